<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_FR">
<context>
    <name>AbsenceWords</name>
    <message>
        <source>Choose a result, or a place on the timeline.</source>
        <translation>Choisissez un résultat ou un point de la chronologie.</translation>
    </message>
    <message>
        <source>No picture from {start} to {end} ({length}).</source>
        <translation>Aucune image de {start} à {end} ({length}).</translation>
    </message>
    <message>
        <source>Nothing recorded here</source>
        <translation>Rien n’est enregistré ici</translation>
    </message>
    <message>
        <source>Nothing to look at yet</source>
        <translation>Rien à regarder pour l’instant</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>Ouverture…</translation>
    </message>
    <message>
        <source>Pictures not indexed</source>
        <translation>Images non indexées</translation>
    </message>
    <message>
        <source>The recording pauses</source>
        <translation>Interruption de l’enregistrement</translation>
    </message>
    <message>
        <source>These pictures have not been indexed yet: they cannot be shown, because nobody could tell whom to mask.</source>
        <translation>Ces images n’ont pas encore été indexées&#xa0;: elles ne peuvent pas être montrées, puisqu’on ne saurait qui masquer.</translation>
    </message>
    <message>
        <source>{camera} has no picture at this time.</source>
        <translation>La caméra {camera} n’a pas d’image à cette heure.</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;Case</source>
        <translation>&amp;Affaire</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>Aid&amp;e</translation>
    </message>
    <message>
        <source>&amp;Playing</source>
        <translation>&amp;Lecture</translation>
    </message>
    <message>
        <source>&amp;Question</source>
        <translation>&amp;Question</translation>
    </message>
    <message>
        <source>&amp;Results</source>
        <translation>&amp;Résultats</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>A&amp;ffichage</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Poser la question</translation>
    </message>
    <message>
        <source>Ask in words</source>
        <translation>Demander en toutes lettres</translation>
    </message>
    <message>
        <source>Back 1 minute</source>
        <translation>Reculer de 1 minute</translation>
    </message>
    <message>
        <source>Back 1 picture</source>
        <translation>Reculer d’une image</translation>
    </message>
    <message>
        <source>Back 1 second</source>
        <translation>Reculer de 1 seconde</translation>
    </message>
    <message>
        <source>Back 10 pictures</source>
        <translation>Reculer de 10 images</translation>
    </message>
    <message>
        <source>Back 10 seconds</source>
        <translation>Reculer de 10 secondes</translation>
    </message>
    <message>
        <source>Backwards, then faster</source>
        <translation>Vers l’arrière, puis plus vite</translation>
    </message>
    <message>
        <source>Check this machine</source>
        <translation>Diagnostic du poste</translation>
    </message>
    <message>
        <source>Clip begins here</source>
        <translation>Marque d’entrée de l’extrait</translation>
    </message>
    <message>
        <source>Clip ends here</source>
        <translation>Marque de sortie de l’extrait</translation>
    </message>
    <message>
        <source>Count beforehand</source>
        <translation>Compter d’abord</translation>
    </message>
    <message>
        <source>Dark colours</source>
        <translation>Couleurs sombres</translation>
    </message>
    <message>
        <source>Doubtful…</source>
        <translation>Douteux…</translation>
    </message>
    <message>
        <source>English</source>
        <translation>English</translation>
    </message>
    <message>
        <source>Enlarge the picture</source>
        <translation>Agrandir l’image</translation>
    </message>
    <message>
        <source>Examine…</source>
        <translation>Examiner…</translation>
    </message>
    <message>
        <source>Export a clip…</source>
        <translation>Exporter un extrait…</translation>
    </message>
    <message>
        <source>Forward 1 minute</source>
        <translation>Avancer de 1 minute</translation>
    </message>
    <message>
        <source>Forward 1 picture</source>
        <translation>Avancer d’une image</translation>
    </message>
    <message>
        <source>Forward 1 second</source>
        <translation>Avancer de 1 seconde</translation>
    </message>
    <message>
        <source>Forward 10 pictures</source>
        <translation>Avancer de 10 images</translation>
    </message>
    <message>
        <source>Forward 10 seconds</source>
        <translation>Avancer de 10 secondes</translation>
    </message>
    <message>
        <source>Forwards, then faster</source>
        <translation>Vers l’avant, puis plus vite</translation>
    </message>
    <message>
        <source>Français</source>
        <translation>Français</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Plein écran</translation>
    </message>
    <message>
        <source>Go to a time…</source>
        <translation>Aller à une heure…</translation>
    </message>
    <message>
        <source>Go to the question</source>
        <translation>Aller à la question</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Contraste élevé</translation>
    </message>
    <message>
        <source>Index the footage</source>
        <translation>Indexer les images</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Raccourcis clavier</translation>
    </message>
    <message>
        <source>Light colours</source>
        <translation>Couleurs claires</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Verrouiller</translation>
    </message>
    <message>
        <source>Lock after 1 minute</source>
        <translation>Verrouiller après 1 minute</translation>
    </message>
    <message>
        <source>Lock after 10 minutes</source>
        <translation>Verrouiller après 10 minutes</translation>
    </message>
    <message>
        <source>Lock after 15 minutes</source>
        <translation>Verrouiller après 15 minutes</translation>
    </message>
    <message>
        <source>Lock after 2 minutes</source>
        <translation>Verrouiller après 2 minutes</translation>
    </message>
    <message>
        <source>Lock after 5 minutes</source>
        <translation>Verrouiller après 5 minutes</translation>
    </message>
    <message>
        <source>New case…</source>
        <translation>Nouvelle affaire…</translation>
    </message>
    <message>
        <source>Next result</source>
        <translation>Résultat suivant</translation>
    </message>
    <message>
        <source>Next track of the picture</source>
        <translation>Piste suivante de l’image</translation>
    </message>
    <message>
        <source>Open a case…</source>
        <translation>Ouvrir une affaire…</translation>
    </message>
    <message>
        <source>Papers of the case</source>
        <translation>Pièces de l’affaire</translation>
    </message>
    <message>
        <source>Play or pause</source>
        <translation>Lecture ou pause</translation>
    </message>
    <message>
        <source>Previous result</source>
        <translation>Résultat précédent</translation>
    </message>
    <message>
        <source>Previous track of the picture</source>
        <translation>Piste précédente de l’image</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>Reduce the picture</source>
        <translation>Réduire l’image</translation>
    </message>
    <message>
        <source>Reject…</source>
        <translation>Écarter…</translation>
    </message>
    <message>
        <source>Requests to approve</source>
        <translation>Demandes à approuver</translation>
    </message>
    <message>
        <source>Retain…</source>
        <translation>Retenir…</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Fermer la session</translation>
    </message>
    <message>
        <source>Unmark the clip</source>
        <translation>Effacer les marques</translation>
    </message>
    <message>
        <source>Validation…</source>
        <translation>Validation…</translation>
    </message>
    <message>
        <source>What is to be erased</source>
        <translation>Ce qui est à effacer</translation>
    </message>
    <message>
        <source>What this program can do</source>
        <translation>Ce que ce programme peut faire</translation>
    </message>
    <message>
        <source>Whole timeline</source>
        <translation>Toute la chronologie</translation>
    </message>
</context>
<context>
    <name>AdmitDialog</name>
    <message>
        <source>Add a file at least.</source>
        <translation>Ajoutez au moins un fichier.</translation>
    </message>
    <message>
        <source>Admit</source>
        <translation>Admettre</translation>
    </message>
    <message>
        <source>Admit files</source>
        <translation>Admettre des fichiers</translation>
    </message>
    <message>
        <source>Admit others</source>
        <translation>En admettre d’autres</translation>
    </message>
    <message>
        <source>As written on the label of the sealed object.</source>
        <translation>Tel qu’il est porté sur l’étiquette du scellé.</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Caméra</translation>
    </message>
    <message>
        <source>Choose a motive.</source>
        <translation>Choisissez un motif.</translation>
    </message>
    <message>
        <source>Choose the camera</source>
        <translation>Choisissez la caméra</translation>
    </message>
    <message>
        <source>Choose the camera.</source>
        <translation>Choisissez la caméra.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Exhibit</source>
        <translation>Scellé</translation>
    </message>
    <message>
        <source>File {number} of {total}: {name} is read and named by its SHA-256.</source>
        <translation>Fichier {number} sur {total}&#xa0;: {name} est lu et désigné par son SHA-256.</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Fichiers</translation>
    </message>
    <message>
        <source>Motive</source>
        <translation>Motif</translation>
    </message>
    <message>
        <source>Name the sealed object: the law wants it (CPP art. 230-21).</source>
        <translation>Indiquez le scellé (CPP art. 230-21).</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Stopping after {name}: a file is read whole or not at all.</source>
        <translation>Arrêt après {name}&#xa0;: un fichier est lu en entier ou pas du tout.</translation>
    </message>
    <message>
        <source>With one time for the first, the order of the list is the order in time.</source>
        <translation>Si une seule heure est donnée, l’ordre de la liste est l’ordre dans le temps.</translation>
    </message>
</context>
<context>
    <name>AipdForm</name>
    <message>
        <source>Choose the document…</source>
        <translation>Choisir le document…</translation>
    </message>
    <message>
        <source>Document of the impact assessment</source>
        <translation>Document de l’analyse d’impact</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Référence</translation>
    </message>
    <message>
        <source>Reference of the impact assessment</source>
        <translation>Référence de l’analyse d’impact</translation>
    </message>
    <message>
        <source>SHA-256 of the document, 64 digits</source>
        <translation>SHA-256 du document, 64 chiffres</translation>
    </message>
    <message>
        <source>SHA-256 of the impact assessment</source>
        <translation>SHA-256 de l’analyse d’impact</translation>
    </message>
</context>
<context>
    <name>ApprovalsView</name>
    <message>
        <source>Also those carried out or lapsed</source>
        <translation>Aussi celles qui ont été exécutées ou ont expiré</translation>
    </message>
    <message>
        <source>Approve and sign…</source>
        <translation>Approuver et signer…</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Approuvée</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>Demandée</translation>
    </message>
    <message>
        <source>Asked by</source>
        <translation>Demandée par</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Carry out…</source>
        <translation>Exécuter…</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Affaire</translation>
    </message>
    <message>
        <source>Destroy this volume for good</source>
        <translation>Détruire définitivement ce volume</translation>
    </message>
    <message>
        <source>Erase this case for good</source>
        <translation>Effacer définitivement cette affaire</translation>
    </message>
    <message>
        <source>Erasing a case, widening a basis, changing a role or destroying a volume of the journal takes two people of two roles. What somebody asked would stand here for a day.</source>
        <translation>Effacer une affaire, élargir un cadre, changer un rôle ou détruire un volume du journal demande deux personnes de deux rôles. Ce que quelqu’un a demandé resterait ici une journée.</translation>
    </message>
    <message>
        <source>Folder of the case to erase</source>
        <translation>Dossier de l’affaire à effacer</translation>
    </message>
    <message>
        <source>Give the new role</source>
        <translation>Donner le nouveau rôle</translation>
    </message>
    <message>
        <source>It has lapsed: a request holds for 24 hours. It can be asked again.</source>
        <translation>Elle a expiré&#xa0;: une demande vaut 24 heures. Elle peut être refaite.</translation>
    </message>
    <message>
        <source>It was carried out.</source>
        <translation>Elle a été exécutée.</translation>
    </message>
    <message>
        <source>Name of the request</source>
        <translation>Nom de la demande</translation>
    </message>
    <message>
        <source>Nothing waits for you to sign</source>
        <translation>Rien n’attend votre signature</translation>
    </message>
    <message>
        <source>Reading the requests…</source>
        <translation>Lecture des demandes…</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Demande</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Demandes</translation>
    </message>
    <message>
        <source>Somebody of your own role asked it: another role must approve it.</source>
        <translation>Une personne du même rôle que vous l’a demandée&#xa0;: un autre rôle doit l’approuver.</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Two people have signed it: it can be carried out.</source>
        <translation>Deux personnes l’ont signée&#xa0;: elle peut être exécutée.</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>Valable jusqu’au</translation>
    </message>
    <message>
        <source>What takes two people</source>
        <translation>Ce qui demande deux personnes</translation>
    </message>
    <message>
        <source>You asked it yourself: somebody else must approve it.</source>
        <translation>Vous l’avez demandée vous-même&#xa0;: une autre personne doit l’approuver.</translation>
    </message>
    <message>
        <source>{when}, {who}</source>
        <translation>{when}, {who}</translation>
    </message>
</context>
<context>
    <name>AskBar</name>
    <message>
        <source>Choose a motive.</source>
        <translation>Choisissez un motif.</translation>
    </message>
    <message>
        <source>Results: {count}</source>
        <translation>Résultats&#xa0;: {count}</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Chercher</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>The answer is coming</source>
        <translation>La réponse arrive</translation>
    </message>
    <message>
        <source>The results on show answer another question.</source>
        <translation>Les résultats affichés répondent à une autre question.</translation>
    </message>
    <message>
        <source>What will be asked</source>
        <translation>Ce qui sera demandé</translation>
    </message>
</context>
<context>
    <name>Assessed</name>
    <message>
        <source>ends: {mean} over {count}</source>
        <translation>fins&#xa0;: {mean} sur {count}</translation>
    </message>
    <message>
        <source>from {low} to {high} %</source>
        <translation>de {low} à {high}&#x202f;%</translation>
    </message>
    <message>
        <source>nothing to judge by</source>
        <translation>rien qui permette de juger</translation>
    </message>
    <message>
        <source>tolerance: {tolerance}</source>
        <translation>tolérance&#xa0;: {tolerance}</translation>
    </message>
    <message>
        <source>{count} in {minutes}</source>
        <translation>{count} en {minutes}</translation>
    </message>
    <message>
        <source>{count} of {of}</source>
        <translation>{count} sur {of}</translation>
    </message>
    <message>
        <source>{largest} at most</source>
        <translation>au plus {largest}</translation>
    </message>
    <message>
        <source>{mean} over {count}</source>
        <translation>{mean} sur {count}</translation>
    </message>
</context>
<context>
    <name>BasisWords</name>
    <message>
        <source>Authorisation</source>
        <translation>Autorisation</translation>
    </message>
    <message>
        <source>Basis expires</source>
        <translation>Échéance du cadre</translation>
    </message>
    <message>
        <source>Cameras</source>
        <translation>Caméras</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Close le</translation>
    </message>
    <message>
        <source>Deemed given</source>
        <translation>Réputée donnée</translation>
    </message>
    <message>
        <source>Erase by</source>
        <translation>À effacer avant le</translation>
    </message>
    <message>
        <source>Footage</source>
        <translation>Images</translation>
    </message>
    <message>
        <source>Framework</source>
        <translation>Cadre d’enquête</translation>
    </message>
    <message>
        <source>Impact assessment (AIPD)</source>
        <translation>Analyse d’impact (AIPD)</translation>
    </message>
    <message>
        <source>Magistrate</source>
        <translation>Magistrat</translation>
    </message>
    <message>
        <source>Modules</source>
        <translation>Modules</translation>
    </message>
    <message>
        <source>Offence</source>
        <translation>Infraction</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>Ouverte le</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personnes</translation>
    </message>
    <message>
        <source>Requisition</source>
        <translation>Réquisition</translation>
    </message>
</context>
<context>
    <name>BoxesPane</name>
    <message>
        <source>AP50</source>
        <translation>AP50</translation>
    </message>
    <message>
        <source>Alarms on empty pictures</source>
        <translation>Images vides alarmées</translation>
    </message>
    <message>
        <source>Boxes</source>
        <translation>Cadres</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Catégorie</translation>
    </message>
    <message>
        <source>Film</source>
        <translation>Film</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Trouvés</translation>
    </message>
    <message>
        <source>Found, missed and invented: at the class’s own threshold, at an overlap of one half; AP50: over all thresholds. Sizes: small below 32 × 32 pixels, medium below 96 × 96, large beyond. Empty pictures: without a labelled object of the class; alarms: those with a box all the same.</source>
        <translation>Trouvés, manqués, en trop&#xa0;: au seuil de score de la catégorie, à un recouvrement de la moitié&#x202f;; AP50&#xa0;: à tous les seuils. Tailles&#xa0;: petite sous 32 × 32 pixels, moyenne sous 96 × 96, grande au-delà. Image vide&#xa0;: sans objet étiqueté de la catégorie&#x202f;; alarmée&#xa0;: avec un cadre tout de même.</translation>
    </message>
    <message>
        <source>Invented</source>
        <translation>En trop</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>Manqués</translation>
    </message>
    <message>
        <source>Motion alone looked here, and it names nothing.</source>
        <translation>Le mouvement seul a regardé, et il ne nomme rien.</translation>
    </message>
    <message>
        <source>No box was compared</source>
        <translation>Aucun cadre n’a été comparé</translation>
    </message>
    <message>
        <source>Nothing in this folder has labelled boxes (MOTChallenge or COCO).</source>
        <translation>Rien, dans ce dossier, n’a de cadres étiquetés (MOTChallenge ou COCO).</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>none is empty</source>
        <translation>aucune</translation>
    </message>
</context>
<context>
    <name>CalibrationDialog</name>
    <message>
        <source>At the worst point</source>
        <translation>Au pire point</translation>
    </message>
    <message>
        <source>Calibrate the ground: {name}</source>
        <translation>Calibrer le sol&#xa0;: {name}</translation>
    </message>
    <message>
        <source>Click point {number} of 4 on the ground, going round. Keys: arrows, Space, Backspace.</source>
        <translation>Cliquez le point {number} sur 4 au sol, en faisant le tour. Touches&#xa0;: flèches, Espace, Retour arrière.</translation>
    </message>
    <message>
        <source>Click the points again</source>
        <translation>Recliquer les points</translation>
    </message>
    <message>
        <source>For clicks wrong by 2 pixels.</source>
        <translation>Pour des clics faux de 2 pixels.</translation>
    </message>
    <message>
        <source>In the middle</source>
        <translation>Au milieu</translation>
    </message>
    <message>
        <source>Keep the calibration</source>
        <translation>Garder le calibrage</translation>
    </message>
    <message>
        <source>Picture on which the ground is measured</source>
        <translation>Image sur laquelle le sol est mesuré</translation>
    </message>
    <message>
        <source>Preparing the picture…</source>
        <translation>Préparation de l’image…</translation>
    </message>
    <message>
        <source>Say where the points lie; drag one to set it right.</source>
        <translation>Dites où se trouvent les points&#x202f;; glissez-en un pour le corriger.</translation>
    </message>
    <message>
        <source>Speed of a walker</source>
        <translation>Vitesse d’un marcheur</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Pourquoi</translation>
    </message>
    <message>
        <source>beyond the horizon</source>
        <translation>au-delà de l’horizon</translation>
    </message>
</context>
<context>
    <name>CameraList</name>
    <message>
        <source>Cameras</source>
        <translation>Caméras</translation>
    </message>
</context>
<context>
    <name>CapabilitiesView</name>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Detector</source>
        <translation>Détecteur</translation>
    </message>
    <message>
        <source>Each line is held by a test that is run before every release, and that is itself shown to fail when the thing is there.</source>
        <translation>Chaque ligne est tenue par un essai, exécuté avant chaque version, et dont on montre qu’il échoue quand la chose est là.</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Fichiers</translation>
    </message>
    <message>
        <source>Libraries: {count}</source>
        <translation>Bibliothèques&#xa0;: {count}</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modèle</translation>
    </message>
    <message>
        <source>Model in use</source>
        <translation>Modèle utilisé</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modèles</translation>
    </message>
    <message>
        <source>Modules that other tools have</source>
        <translation>Modules que d’autres outils possèdent</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programme</translation>
    </message>
    <message>
        <source>Python</source>
        <translation>Python</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Questions</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Signature</translation>
    </message>
    <message>
        <source>Their digest</source>
        <translation>Leur empreinte</translation>
    </message>
    <message>
        <source>This list</source>
        <translation>Cette liste</translation>
    </message>
    <message>
        <source>This list is drawn up and signed by the program itself. Each start writes it into the journal, so that what could be done here on any date can be told later.</source>
        <translation>Cette liste est dressée et signée par le programme lui-même. Chaque démarrage l’inscrit au journal&#xa0;: on peut donc dire plus tard ce qui était possible ici à une date donnée.</translation>
    </message>
    <message>
        <source>What it can do</source>
        <translation>Ce qu’il peut faire</translation>
    </message>
    <message>
        <source>What this program can and cannot do</source>
        <translation>Ce que ce programme peut et ne peut pas faire</translation>
    </message>
    <message>
        <source>What this program cannot do</source>
        <translation>Ce que ce programme ne peut pas faire</translation>
    </message>
    <message>
        <source>cannot</source>
        <translation>ne peut pas</translation>
    </message>
    <message>
        <source>could not be named</source>
        <translation>n’ont pas pu être nommés</translation>
    </message>
    <message>
        <source>none: nobody is enrolled here yet</source>
        <translation>aucune&#xa0;: personne n’est encore inscrit ici</translation>
    </message>
    <message>
        <source>{detector}; tracker: {tracker}</source>
        <translation>{detector}&#xa0;; suivi&#xa0;: {tracker}</translation>
    </message>
    <message>
        <source>{name} ({digest}…): {classes}</source>
        <translation>{name} ({digest}…)&#xa0;: {classes}</translation>
    </message>
</context>
<context>
    <name>CaseList</name>
    <message>
        <source>Case</source>
        <translation>Affaire</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>Affaires</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Entrer</translation>
    </message>
    <message>
        <source>Entered</source>
        <translation>Dernière ouverture</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>New case…</source>
        <translation>Nouvelle affaire…</translation>
    </message>
    <message>
        <source>No case yet</source>
        <translation>Aucune affaire récente</translation>
    </message>
    <message>
        <source>Open a case…</source>
        <translation>Ouvrir une affaire…</translation>
    </message>
    <message>
        <source>Open a new case with its legal basis, or a case folder you were given.</source>
        <translation>Ouvrez une nouvelle affaire avec son cadre juridique, ou le dossier d’une affaire existante.</translation>
    </message>
    <message>
        <source>Open the folder of a case that you are a person of.</source>
        <translation>Ouvrez le dossier d’une affaire à laquelle vous êtes affecté(e).</translation>
    </message>
    <message>
        <source>Reading the recent cases…</source>
        <translation>Lecture des affaires récentes…</translation>
    </message>
    <message>
        <source>Recent cases</source>
        <translation>Affaires récentes</translation>
    </message>
    <message>
        <source>Take off the list</source>
        <translation>Retirer de la liste</translation>
    </message>
</context>
<context>
    <name>CasesView</name>
    <message>
        <source>End a habilitation now</source>
        <translation>Mettre fin maintenant à une habilitation</translation>
    </message>
    <message>
        <source>From this moment on everything is refused to {name}, also what they are doing now. Their passphrase and what they did stay; a renewal lets them in again.</source>
        <translation>Dès cet instant, tout est refusé à {name}, même ce qui est en cours. Sa phrase de passe et ses actes demeurent&#x202f;; un renouvellement lui rouvre l’accès.</translation>
    </message>
    <message>
        <source>Moved, or on a disk that is not there.</source>
        <translation>Déplacé, ou sur un disque absent.</translation>
    </message>
    <message>
        <source>No access</source>
        <translation>Sans accès</translation>
    </message>
    <message>
        <source>No case here</source>
        <translation>Plus d’affaire</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Introuvable</translation>
    </message>
    <message>
        <source>Open a case</source>
        <translation>Ouvrir une affaire</translation>
    </message>
    <message>
        <source>Open the journal</source>
        <translation>Ouvrir le journal</translation>
    </message>
    <message>
        <source>Requests to approve…</source>
        <translation>Demandes à approuver…</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Fermer la session</translation>
    </message>
    <message>
        <source>Signed by {name}. {data}</source>
        <translation>Signée par {name}. {data}</translation>
    </message>
    <message>
        <source>This folder holds no case any more.</source>
        <translation>Ce dossier ne contient plus d’affaire.</translation>
    </message>
    <message>
        <source>This folder may not be read and written.</source>
        <translation>Ce dossier ne peut pas être lu et écrit.</translation>
    </message>
    <message>
        <source>This habilitation ends within 30 days.</source>
        <translation>Cette habilitation prend fin dans moins de 30 jours.</translation>
    </message>
    <message>
        <source>This habilitation has ended: everything is refused.</source>
        <translation>Cette habilitation a pris fin&#xa0;: tout est refusé.</translation>
    </message>
    <message>
        <source>This habilitation has not begun.</source>
        <translation>Cette habilitation n’a pas commencé.</translation>
    </message>
    <message>
        <source>To be renewed: {names}.</source>
        <translation>À renouveler&#xa0;: {names}.</translation>
    </message>
    <message>
        <source>Validation…</source>
        <translation>Validation…</translation>
    </message>
    <message>
        <source>no end set</source>
        <translation>sans terme fixé</translation>
    </message>
</context>
<context>
    <name>CeremonyDialog</name>
    <message>
        <source>Before</source>
        <translation>Précédent</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>Rapporter</translation>
    </message>
    <message>
        <source>Bring the cosignature back</source>
        <translation>Rapporter la cosignature</translation>
    </message>
    <message>
        <source>Bring the cosigned note back. It is checked, kept and recorded.</source>
        <translation>Rapportez la note cosignée. Elle est vérifiée, gardée et inscrite au journal.</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Choisir…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Cosign on your PC</source>
        <translation>Cosigner sur votre poste</translation>
    </message>
    <message>
        <source>Cosign the journal</source>
        <translation>Cosigner le journal</translation>
    </message>
    <message>
        <source>Cosign:</source>
        <translation>Cosigner&#xa0;:</translation>
    </message>
    <message>
        <source>Cosignatures of {name} are accepted.</source>
        <translation>Les cosignatures de {name} sont acceptées.</translation>
    </message>
    <message>
        <source>Cosigned note</source>
        <translation>Note cosignée</translation>
    </message>
    <message>
        <source>Keep your copy of the cosigned note: it is what you compare with later.</source>
        <translation>Gardez votre copie de la note cosignée&#xa0;: c’est à elle que vous comparerez la prochaine fois.</translation>
    </message>
    <message>
        <source>Kept: {count} records, cosigned on {when}. Nobody can change them unseen.</source>
        <translation>Gardée&#xa0;: {count} enregistrements, cosignés le {when}. Plus personne ne peut les changer sans que cela se voie.</translation>
    </message>
    <message>
        <source>Make the key known</source>
        <translation>Faire connaître la clé</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Suivant</translation>
    </message>
    <message>
        <source>No key is known yet: the first time, bring your public key back as well.</source>
        <translation>Aucune clé n’est encore connue&#xa0;: la première fois, rapportez aussi votre clé publique.</translation>
    </message>
    <message>
        <source>On your own PC, open a terminal in the folder. Verify first; then cosign with the key that only you hold. Both ask for nothing but Python.</source>
        <translation>Sur votre propre poste, ouvrez un terminal dans le dossier. Vérifiez d’abord&#x202f;; cosignez ensuite avec la clé que vous êtes seule à détenir. Python suffit.</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Emporter</translation>
    </message>
    <message>
        <source>The first time, make your key:</source>
        <translation>La première fois, créez votre clé&#xa0;:</translation>
    </message>
    <message>
        <source>Verify:</source>
        <translation>Vérifier&#xa0;:</translation>
    </message>
    <message>
        <source>Write the journal and its verifier onto a USB key, to be read on a PC that the service does not run.</source>
        <translation>Écrivez le journal et son vérificateur sur une clé USB, pour les lire sur un poste que le service n’administre pas.</translation>
    </message>
    <message>
        <source>Your public key (first time)</source>
        <translation>Votre clé publique (la première fois)</translation>
    </message>
</context>
<context>
    <name>ClipsPane</name>
    <message>
        <source>Coverage</source>
        <translation>Couverture</translation>
    </message>
    <message>
        <source>Film</source>
        <translation>Film</translation>
    </message>
    <message>
        <source>Judged still</source>
        <translation>Jugé calme</translation>
    </message>
    <message>
        <source>Looked at</source>
        <translation>Regardé</translation>
    </message>
    <message>
        <source>No film</source>
        <translation>Aucun film</translation>
    </message>
    <message>
        <source>None: there is no film, or nothing here gives names.</source>
        <translation>Aucun&#xa0;: il n’y a pas de film, ou rien ici ne donne de noms.</translation>
    </message>
    <message>
        <source>Nothing of this folder was looked at.</source>
        <translation>Rien de ce dossier n’a été regardé.</translation>
    </message>
    <message>
        <source>Pictures compared</source>
        <translation>Images comparées</translation>
    </message>
    <message>
        <source>SHA-256 of the film</source>
        <translation>SHA-256 du film</translation>
    </message>
    <message>
        <source>SHA-256 of the truth</source>
        <translation>SHA-256 de la vérité</translation>
    </message>
    <message>
        <source>Skipped by the level</source>
        <translation>Sauté à ce niveau</translation>
    </message>
    <message>
        <source>Undecodable</source>
        <translation>Illisible</translation>
    </message>
    <message>
        <source>What the level chosen skips, or judged still by its key pictures, was not looked at: an event that lies there counts as missed.</source>
        <translation>Ce que le niveau choisi saute, ou juge calme d’après les images clés, n’a pas été regardé&#xa0;: un événement qui s’y trouve compte comme manqué.</translation>
    </message>
    <message>
        <source>no time: pictures only</source>
        <translation>sans durée&#xa0;: images seules</translation>
    </message>
    <message>
        <source>not looked at</source>
        <translation>pas regardé</translation>
    </message>
    <message>
        <source>{looked} of {total} ({share})</source>
        <translation>{looked} sur {total} ({share})</translation>
    </message>
</context>
<context>
    <name>ClockDialog</name>
    <message>
        <source>Choose a motive.</source>
        <translation>Choisissez un motif.</translation>
    </message>
    <message>
        <source>Motive</source>
        <translation>Motif</translation>
    </message>
    <message>
        <source>Set the clock</source>
        <translation>Régler l’heure</translation>
    </message>
    <message>
        <source>State the clock</source>
        <translation>Déclarer l’heure</translation>
    </message>
    <message>
        <source>The journal keeps the claim before, this one, and who stated it.</source>
        <translation>Le journal garde l’heure déclarée avant, celle-ci, et qui l’a déclarée.</translation>
    </message>
    <message>
        <source>The recorder</source>
        <translation>L’enregistreur</translation>
    </message>
    <message>
        <source>Time shown</source>
        <translation>Heure affichée</translation>
    </message>
    <message>
        <source>True time</source>
        <translation>Heure vraie</translation>
    </message>
    <message>
        <source>Type the time that was shown.</source>
        <translation>Saisissez l’heure qui était affichée.</translation>
    </message>
    <message>
        <source>Uncertainty</source>
        <translation>Incertitude</translation>
    </message>
    <message>
        <source>What the recorder gave to the first picture, Paris time.</source>
        <translation>Celle que l’enregistreur donnait à la première image, heure de Paris.</translation>
    </message>
</context>
<context>
    <name>ClockForm</name>
    <message>
        <source>%Y year, %m month, %d day, %H hour, %M minute, %S second; * for anything else.</source>
        <translation>%Y année, %m mois, %d jour, %H heure, %M minute, %S seconde&#x202f;; * pour tout le reste.</translation>
    </message>
    <message>
        <source>Choose how the time is known</source>
        <translation>Choisissez d’où l’heure est connue</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Heure</translation>
    </message>
    <message>
        <source>Each next file begins where the one above it ends, without a pause. Where one cannot be read, those after it are left out: their time is never guessed.</source>
        <translation>Chaque fichier commence où finit le précédent, sans pause. Si l’un d’eux ne peut pas être lu, les suivants ne sont pas admis&#xa0;: leur heure n’est jamais devinée.</translation>
    </message>
    <message>
        <source>Paris time</source>
        <translation>Heure de Paris</translation>
    </message>
    <message>
        <source>Pattern of the names</source>
        <translation>Modèle des noms</translation>
    </message>
    <message>
        <source>Say how the time of these files is known.</source>
        <translation>Dites d’où l’heure de ces fichiers est connue.</translation>
    </message>
    <message>
        <source>Shown at the first picture</source>
        <translation>Affichée à la première image</translation>
    </message>
    <message>
        <source>The files are admitted and named by their SHA-256, but not indexed and found by no question, until somebody states their clock.</source>
        <translation>Les fichiers sont admis et désignés par leur SHA-256, mais ni indexés ni trouvés par aucune question tant que leur heure n’est pas déclarée.</translation>
    </message>
    <message>
        <source>The recorder</source>
        <translation>L’enregistreur</translation>
    </message>
    <message>
        <source>Time shown</source>
        <translation>Heure affichée</translation>
    </message>
    <message>
        <source>Told by the names of the files</source>
        <translation>Portée par le nom des fichiers</translation>
    </message>
    <message>
        <source>Type the time that was shown.</source>
        <translation>Saisissez l’heure qui était affichée.</translation>
    </message>
    <message>
        <source>Uncertainty</source>
        <translation>Incertitude</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Inconnue</translation>
    </message>
    <message>
        <source>follows the one above</source>
        <translation>à la suite du précédent</translation>
    </message>
    <message>
        <source>unknown: not indexed</source>
        <translation>inconnue&#xa0;: non indexé</translation>
    </message>
</context>
<context>
    <name>ColourBox</name>
    <message>
        <source>Any part</source>
        <translation>Peu importe</translation>
    </message>
    <message>
        <source>Bottom</source>
        <translation>Bas</translation>
    </message>
    <message>
        <source>Clothing of persons; other objects have one colour as a whole.</source>
        <translation>Vêtements des personnes&#x202f;; les autres objets ont une couleur d’ensemble.</translation>
    </message>
    <message>
        <source>The top or the bottom of a person, the whole of any other object.</source>
        <translation>Le haut ou le bas d’une personne, l’ensemble de tout autre objet.</translation>
    </message>
    <message>
        <source>The whole of a vehicle or an object; persons have a top and a bottom.</source>
        <translation>Ensemble d’un véhicule ou d’un objet&#x202f;; les personnes ont un haut et un bas.</translation>
    </message>
    <message>
        <source>Top</source>
        <translation>Haut</translation>
    </message>
    <message>
        <source>Unknown: by night or in infrared, no colour can be told.</source>
        <translation>Inconnue&#xa0;: de nuit ou en infrarouge, aucune couleur ne peut être dite.</translation>
    </message>
    <message>
        <source>Whole</source>
        <translation>Ensemble</translation>
    </message>
</context>
<context>
    <name>CopyButton</name>
    <message>
        <source>Copied</source>
        <translation>Copié</translation>
    </message>
    <message>
        <source>Copy: {what}</source>
        <translation>Copier&#xa0;: {what}</translation>
    </message>
</context>
<context>
    <name>CountPane</name>
    <message>
        <source>Counting…</source>
        <translation>Comptage…</translation>
    </message>
    <message>
        <source>How many would there be?</source>
        <translation>Combien y en aurait-il&#x202f;?</translation>
    </message>
    <message>
        <source>There would be: {count}</source>
        <translation>Il y en aurait&#xa0;: {count}</translation>
    </message>
    <message>
        <source>{count} other cameras</source>
        <translation>{count} autres caméras</translation>
    </message>
</context>
<context>
    <name>Coverage</name>
    <message>
        <source>; </source>
        <translation>&#x202f;; </translation>
    </message>
    <message>
        <source>Judged still: two key pictures, at most 2.5 s apart, show the same empty scene; what came and went between them was not seen.</source>
        <translation>Jugé calme&#xa0;: deux images clés, à 2,5&#xa0;s au plus l’une de l’autre, montrent la même scène vide&#x202f;; ce qui est venu et reparti entre elles n’a pas été vu.</translation>
    </message>
    <message>
        <source>Looked at: {looked} of {asked}</source>
        <translation>Regardé&#xa0;: {looked} sur {asked}</translation>
    </message>
    <message>
        <source>No result in the time asked about; all of it was looked at.</source>
        <translation>Aucun résultat dans la durée demandée&#x202f;; tout a été regardé.</translation>
    </message>
    <message>
        <source>No result in what was looked at; some files gave no picture.</source>
        <translation>Aucun résultat dans ce qui a été regardé&#x202f;; des fichiers n’ont donné aucune image.</translation>
    </message>
    <message>
        <source>No result in {percent} % of the time asked about; {rest} were not looked at: not found does not mean absent.</source>
        <translation>Aucun résultat dans {percent}&#x202f;% de la durée demandée&#x202f;; {rest} n’ont pas été regardées&#xa0;: non trouvé ne veut pas dire absent.</translation>
    </message>
    <message>
        <source>Nothing was looked at: not found does not mean absent.</source>
        <translation>Rien n’a été regardé&#xa0;: non trouvé ne veut pas dire absent.</translation>
    </message>
    <message>
        <source>files without a picture: {count}</source>
        <translation>fichiers sans image&#xa0;: {count}</translation>
    </message>
    <message>
        <source>{fate}: {length}</source>
        <translation>{fate}&#xa0;: {length}</translation>
    </message>
    <message>
        <source>{missed} {still}</source>
        <translation>{missed} {still}</translation>
    </message>
</context>
<context>
    <name>CoverageLine</name>
    <message>
        <source>Stretches…</source>
        <translation>Détail…</translation>
    </message>
    <message>
        <source>What was looked at and what was not, in stretches</source>
        <translation>Ce qui a été regardé et ce qui ne l’a pas été, tronçon par tronçon</translation>
    </message>
</context>
<context>
    <name>CoverageSheet</name>
    <message>
        <source>Camera</source>
        <translation>Caméra</translation>
    </message>
    <message>
        <source>From</source>
        <translation>De</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>To</source>
        <translation>À</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation>Ce qu’il en est</translation>
    </message>
    <message>
        <source>What was looked at</source>
        <translation>Ce qui a été regardé</translation>
    </message>
</context>
<context>
    <name>Damaged</name>
    <message>
        <source>Begin the journal again</source>
        <translation>Recommencer le journal</translation>
    </message>
    <message>
        <source>Once a copy is set aside, the administrator and the DPO begin the journal again together, in a terminal of this machine. The command first shows what is broken; the damaged files stay as they are.</source>
        <translation>Une fois une copie mise de côté, l’administrateur et le DPO recommencent ensemble le journal, dans un terminal de ce poste. La commande montre d’abord ce qui est rompu&#x202f;; les fichiers endommagés restent tels qu’ils sont.</translation>
    </message>
</context>
<context>
    <name>DayEdit</name>
    <message>
        <source>yyyy-MM-dd</source>
        <translation>dd/MM/yyyy</translation>
    </message>
</context>
<context>
    <name>Deciding</name>
    <message>
        <source>Doubtful: the track stays masked.</source>
        <translation>Douteux&#xa0;: la piste reste masquée.</translation>
    </message>
    <message>
        <source>Doubtful…</source>
        <translation>Douteux…</translation>
    </message>
    <message>
        <source>Matched: this track is unmasked in exports.</source>
        <translation>Retenu&#xa0;: cette piste est démasquée dans les exports.</translation>
    </message>
    <message>
        <source>Match…</source>
        <translation>Retenir…</translation>
    </message>
    <message>
        <source>Rejected.</source>
        <translation>Écarté.</translation>
    </message>
    <message>
        <source>Reject…</source>
        <translation>Écarter…</translation>
    </message>
    <message>
        <source>The thresholds are not recorded yet: a moment.</source>
        <translation>Les seuils ne sont pas encore consignés&#xa0;: un instant.</translation>
    </message>
    <message>
        <source>To verify: nobody has decided yet.</source>
        <translation>À vérifier&#xa0;: personne n’a encore décidé.</translation>
    </message>
</context>
<context>
    <name>DestroyedPane</name>
    <message>
        <source>Case {number} is erased</source>
        <translation>L’affaire {number} est effacée</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Certificat</translation>
    </message>
    <message>
        <source>Files destroyed</source>
        <translation>Fichiers détruits</translation>
    </message>
    <message>
        <source>It proves that this key and these files are gone from here. It does not prove that nobody copied them before: what left, and to whom, is listed in it.</source>
        <translation>Il établit que cette clé et ces fichiers ont disparu d’ici. Il n’établit pas que personne ne les avait copiés&#xa0;: ce qui est sorti, et vers qui, y est énuméré.</translation>
    </message>
    <message>
        <source>Its SHA-256</source>
        <translation>Son SHA-256</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Signature</translation>
    </message>
    <message>
        <source>holds; read back from the file</source>
        <translation>valable&#x202f;; relue dans le fichier</translation>
    </message>
</context>
<context>
    <name>DetailsView</name>
    <message>
        <source>Address of the beginning</source>
        <translation>Adresse du début</translation>
    </message>
    <message>
        <source>Address of the end</source>
        <translation>Adresse de la fin</translation>
    </message>
    <message>
        <source>Beginning</source>
        <translation>Début</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Caméra</translation>
    </message>
    <message>
        <source>Choose a result to read why it was found, and to decide on it.</source>
        <translation>Choisissez un résultat pour lire pourquoi il a été trouvé, et pour décider.</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Horloge</translation>
    </message>
    <message>
        <source>Element to verify: the program establishes nothing.</source>
        <translation>Élément à vérifier&#xa0;: le programme n’établit rien.</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Fin</translation>
    </message>
    <message>
        <source>Examine…</source>
        <translation>Examiner…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exporter…</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>No picture [{code}]</source>
        <translation>Pas d’image [{code}]</translation>
    </message>
    <message>
        <source>No result chosen</source>
        <translation>Aucun résultat choisi</translation>
    </message>
    <message>
        <source>Paris time, corrected as claimed</source>
        <translation>heure de Paris, corrigée de l’écart déclaré</translation>
    </message>
    <message>
        <source>Paris time, corrected as claimed by {author}, {doubt}</source>
        <translation>heure de Paris, corrigée de l’écart déclaré par {author}, {doubt}</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Score</translation>
    </message>
    <message>
        <source>See</source>
        <translation>Voir</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>Puis</translation>
    </message>
    <message>
        <source>What it is made of</source>
        <translation>De quoi il est fait</translation>
    </message>
    <message>
        <source>What nearly was one</source>
        <translation>Ce qui a failli en être un</translation>
    </message>
    <message>
        <source>When and where</source>
        <translation>Quand et où</translation>
    </message>
    <message>
        <source>Where it comes from</source>
        <translation>Provenance</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Pourquoi</translation>
    </message>
    <message>
        <source>not claimed: the time of day is not known</source>
        <translation>non déclarée&#xa0;: l’heure du jour n’est pas connue</translation>
    </message>
    <message>
        <source>track no. {number}</source>
        <translation>piste n°&#x202f;{number}</translation>
    </message>
    <message>
        <source>{first}, then {second}</source>
        <translation>{first}, puis {second}</translation>
    </message>
</context>
<context>
    <name>DiagnosisDialog</name>
    <message>
        <source>Check this machine</source>
        <translation>Diagnostic du poste</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Regarder à nouveau</translation>
    </message>
    <message>
        <source>Looking at the machine…</source>
        <translation>Examen du poste…</translation>
    </message>
    <message>
        <source>To be put right: {bad} · To watch: {watched} · Good: {good}</source>
        <translation>À corriger&#xa0;: {bad} · À surveiller&#xa0;: {watched} · Bon&#xa0;: {good}</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Ce qui a été trouvé</translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>Examine a track</source>
        <translation>Examiner une piste</translation>
    </message>
    <message>
        <source>From now on this track is shown without a mask, in exports too. The decision and its motive go into the journal.</source>
        <translation>Cette piste sera désormais montrée sans masque, dans les exports aussi. La décision et son motif sont inscrits au journal.</translation>
    </message>
    <message>
        <source>Leave this result in doubt</source>
        <translation>Laisser ce résultat en doute</translation>
    </message>
    <message>
        <source>Reject this result</source>
        <translation>Écarter ce résultat</translation>
    </message>
    <message>
        <source>Retain this result</source>
        <translation>Retenir ce résultat</translation>
    </message>
    <message>
        <source>The mask of this one track is lifted on the screen, until this stretch of ten minutes is left. The act and its motive go into the journal; nothing of it can be exported.</source>
        <translation>Le masque de cette seule piste est levé à l’écran, jusqu’à ce que vous quittiez cette séquence de dix minutes. L’acte et son motif sont inscrits au journal&#x202f;; rien n’en peut être exporté.</translation>
    </message>
    <message>
        <source>The track stays masked. The decision and its motive go into the journal.</source>
        <translation>La piste reste masquée. La décision et son motif sont inscrits au journal.</translation>
    </message>
</context>
<context>
    <name>DpoView</name>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Cosign…</source>
        <translation>Cosigner…</translation>
    </message>
    <message>
        <source>Hand over…</source>
        <translation>Remettre…</translation>
    </message>
    <message>
        <source>Last cosigned on {when}; records since: {count}.</source>
        <translation>Dernière cosignature le {when}&#x202f;; enregistrements depuis&#xa0;: {count}.</translation>
    </message>
    <message>
        <source>Never cosigned: until it is, whoever holds this PC could rewrite it.</source>
        <translation>Jamais cosigné&#xa0;: d’ici là, qui tient ce poste pourrait le réécrire.</translation>
    </message>
    <message>
        <source>Newer records</source>
        <translation>Enregistrements plus récents</translation>
    </message>
    <message>
        <source>No act answers to what was asked for.</source>
        <translation>Aucun acte ne répond à la demande.</translation>
    </message>
    <message>
        <source>No record</source>
        <translation>Aucun enregistrement</translation>
    </message>
    <message>
        <source>Older records</source>
        <translation>Enregistrements plus anciens</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Enregistrement</translation>
    </message>
    <message>
        <source>Records of the journal</source>
        <translation>Enregistrements du journal</translation>
    </message>
    <message>
        <source>Records: {count} · Hours of Paris</source>
        <translation>Enregistrements&#xa0;: {count} · Heure de Paris</translation>
    </message>
    <message>
        <source>Records: {count} · Page {page} of {pages} · Hours of Paris</source>
        <translation>Enregistrements&#xa0;: {count} · Page {page} sur {pages} · Heure de Paris</translation>
    </message>
    <message>
        <source>Replays</source>
        <translation>Rejeux</translation>
    </message>
    <message>
        <source>Replays ({count})</source>
        <translation>Rejeux ({count})</translation>
    </message>
    <message>
        <source>Requests to approve…</source>
        <translation>Demandes à approuver…</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Fermer la session</translation>
    </message>
</context>
<context>
    <name>Ended</name>
    <message>
        <source>1. Have it renewed in writing by whoever signs habilitations in your service.</source>
        <translation>1. Faites-la renouveler par écrit par l’autorité qui signe les habilitations de votre service.</translation>
    </message>
    <message>
        <source>2. Give the administrator of this installation its reference, its signatory and its dates: Renew… in the list of people takes a minute.</source>
        <translation>2. Donnez à l’administrateur de ce poste sa référence, son signataire et ses dates&#xa0;: «&#xa0;Renouveler…&#xa0;», dans la liste des personnes, prend une minute.</translation>
    </message>
    <message>
        <source>3. Sign in again. Your passphrase, your cases and your place in them have not changed.</source>
        <translation>3. Ouvrez de nouveau votre session. Votre phrase de passe, vos affaires et votre place dans celles-ci n’ont pas changé.</translation>
    </message>
    <message>
        <source>Back to the door</source>
        <translation>Retour à l’entrée</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Que faire</translation>
    </message>
    <message>
        <source>Your habilitation does not hold today</source>
        <translation>Votre habilitation n’est pas valable aujourd’hui</translation>
    </message>
</context>
<context>
    <name>EnrolView</name>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Each person has one role on this machine.</source>
        <translation>Une personne n’a qu’un rôle sur ce poste.</translation>
    </message>
    <message>
        <source>Enrol</source>
        <translation>Inscrire</translation>
    </message>
    <message>
        <source>Enrol somebody</source>
        <translation>Inscrire une personne</translation>
    </message>
    <message>
        <source>The enrolment is recorded in the journal.</source>
        <translation>L’inscription est consignée au journal.</translation>
    </message>
</context>
<context>
    <name>Entrance</name>
    <message>
        <source>Every act is recorded in the journal.</source>
        <translation>Chaque acte est consigné au journal.</translation>
    </message>
    <message>
        <source>Installation: {name}</source>
        <translation>Installation&#xa0;: {name}</translation>
    </message>
    <message>
        <source>Offline: no access to the network.</source>
        <translation>Hors ligne&#xa0;: aucun accès au réseau.</translation>
    </message>
</context>
<context>
    <name>ErasureDialog</name>
    <message>
        <source>A magistrate ordered it</source>
        <translation>Un magistrat l’a ordonné</translation>
    </message>
    <message>
        <source>Ask for the erasure</source>
        <translation>Demander l’effacement</translation>
    </message>
    <message>
        <source>Ground</source>
        <translation>Motif légal</translation>
    </message>
    <message>
        <source>Motive</source>
        <translation>Motif</translation>
    </message>
    <message>
        <source>Needed.</source>
        <translation>À remplir.</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Aucun</translation>
    </message>
    <message>
        <source>Nothing is destroyed yet: you sign this request, somebody of another role approves it within 24 hours, then a supervisor carries it out. From then on nobody, nowhere, can open this case again: its key is destroyed first, then its files.</source>
        <translation>Rien n’est encore détruit&#xa0;: vous signez cette demande, une personne d’un autre rôle l’approuve dans les 24 heures, puis un directeur d’enquête l’exécute. Dès lors personne, nulle part, ne peut rouvrir cette affaire&#xa0;: sa clé est détruite d’abord, ses fichiers ensuite.</translation>
    </message>
    <message>
        <source>Of the closure, the decision or the order; printed on the certificate.</source>
        <translation>De la clôture, de la décision ou de l’ordre&#x202f;; imprimée sur le certificat.</translation>
    </message>
    <message>
        <source>Order carried out</source>
        <translation>Ordre exécuté</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Référence</translation>
    </message>
    <message>
        <source>The date of erasure has come</source>
        <translation>La date d’effacement est atteinte</translation>
    </message>
    <message>
        <source>The inquiry is closed</source>
        <translation>L’enquête est close</translation>
    </message>
</context>
<context>
    <name>EventParts</name>
    <message>
        <source>Times and places; nothing says that it is the same person.</source>
        <translation>Des heures et des lieux&#x202f;; rien ne dit que c’est la même personne.</translation>
    </message>
</context>
<context>
    <name>EventsPane</name>
    <message>
        <source>Event</source>
        <translation>Événement</translation>
    </message>
    <message>
        <source>False alarms</source>
        <translation>En trop</translation>
    </message>
    <message>
        <source>Film</source>
        <translation>Film</translation>
    </message>
    <message>
        <source>Mean time error</source>
        <translation>Écart de temps moyen</translation>
    </message>
    <message>
        <source>No film of this folder has a truth of events beside it (*.truth.toml or *.truth.json).</source>
        <translation>Aucun film de ce dossier n’a de vérité d’événements à côté de lui (*.truth.toml ou *.truth.json).</translation>
    </message>
    <message>
        <source>No question was asked</source>
        <translation>Aucune question n’a été posée</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Précision</translation>
    </message>
    <message>
        <source>Precision: true hits, out of all hits. Recall: events found, out of all that happened. Below each, its interval at 95 % (Wilson): few events, a wide interval.</source>
        <translation>Précision&#xa0;: résultats justes, parmi tous les résultats. Rappel&#xa0;: événements retrouvés, parmi tous ceux qui ont eu lieu. Dessous, l’intervalle à 95&#x202f;% (Wilson)&#xa0;: peu d’événements, intervalle large.</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Question</translation>
    </message>
    <message>
        <source>Question by question</source>
        <translation>Question par question</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Questions</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>Rappel</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Camera</source>
        <translation>Caméra</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Every detected head is masked, except on the matched tracks of this camera that pass in the clip: no. {tracks}.</source>
        <translation>Toutes les têtes détectées sont masquées, sauf sur les pistes retenues de cette caméra qui passent dans l’extrait&#xa0;: n°&#x202f;{tracks}.</translation>
    </message>
    <message>
        <source>Every detected head is masked: no result of this camera is matched.</source>
        <translation>Toutes les têtes détectées sont masquées&#xa0;: aucun résultat de cette caméra n’est retenu.</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exporter</translation>
    </message>
    <message>
        <source>Export a clip</source>
        <translation>Exporter un extrait</translation>
    </message>
    <message>
        <source>Export otherwise</source>
        <translation>Exporter autrement</translation>
    </message>
    <message>
        <source>From</source>
        <translation>De</translation>
    </message>
    <message>
        <source>Getting ready. While footage is being indexed, the export waits.</source>
        <translation>Préparation. Pendant une indexation, l’export attend.</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Comment</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>Nothing yet: mark where a clip begins and ends in the player, or choose a result.</source>
        <translation>Rien pour l’instant&#xa0;: marquez le début et la fin d’un extrait dans le lecteur, ou choisissez un résultat.</translation>
    </message>
    <message>
        <source>One export covers {longest} of one camera at most: shorten it.</source>
        <translation>Un export couvre au plus {longest} d’une caméra&#xa0;: raccourcissez-le.</translation>
    </message>
    <message>
        <source>Picture {done} of {total}</source>
        <translation>Image {done} sur {total}</translation>
    </message>
    <message>
        <source>Reading who was matched…</source>
        <translation>Lecture des décisions…</translation>
    </message>
    <message>
        <source>Results: {count}</source>
        <translation>Résultats&#xa0;: {count}</translation>
    </message>
    <message>
        <source>Stop the export</source>
        <translation>Arrêter l’export</translation>
    </message>
    <message>
        <source>Stopping at the next picture…</source>
        <translation>Arrêt à la prochaine image…</translation>
    </message>
    <message>
        <source>The export was stopped before it began: nothing was written.</source>
        <translation>L’export a été arrêté avant de commencer&#xa0;: rien n’a été écrit.</translation>
    </message>
    <message>
        <source>The stretch chosen in the player</source>
        <translation>Le passage choisi dans le lecteur</translation>
    </message>
    <message>
        <source>To</source>
        <translation>À</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Objet</translation>
    </message>
    <message>
        <source>What leaves</source>
        <translation>Ce qui sort</translation>
    </message>
    <message>
        <source>Who is masked</source>
        <translation>Qui est masqué</translation>
    </message>
    <message>
        <source>Whom neither the detector nor motion saw is not masked: look at the clip again before handing it over.</source>
        <translation>Qui n’a été vu ni par le détecteur ni par le mouvement n’est pas masqué&#xa0;: revoyez l’extrait avant de le transmettre.</translation>
    </message>
    <message>
        <source>track no. {number}</source>
        <translation>piste n°&#x202f;{number}</translation>
    </message>
    <message>
        <source>{length} at most</source>
        <translation>{length} au plus</translation>
    </message>
</context>
<context>
    <name>ExportForm</name>
    <message>
        <source>A new folder in the case</source>
        <translation>Un dossier neuf dans l’affaire</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Choisir…</translation>
    </message>
    <message>
        <source>Empty: the procedure itself.</source>
        <translation>Vide&#xa0;: la procédure elle-même.</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>In the case</source>
        <translation>Dans l’affaire</translation>
    </message>
    <message>
        <source>Language of the papers</source>
        <translation>Langue des pièces</translation>
    </message>
    <message>
        <source>Margin before and after</source>
        <translation>Marge avant et après</translation>
    </message>
    <message>
        <source>Motive</source>
        <translation>Motif</translation>
    </message>
    <message>
        <source>Recipient</source>
        <translation>Destinataire</translation>
    </message>
    <message>
        <source>Where to write the export</source>
        <translation>Où écrire l’export</translation>
    </message>
</context>
<context>
    <name>ExportResult</name>
    <message>
        <source>Folder</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>Head of the journal</source>
        <translation>Tête du journal</translation>
    </message>
    <message>
        <source>Head of the journal, to be written down by hand in the report: with it anybody can tell whether the journal was rewritten afterwards.</source>
        <translation>Tête du journal, à recopier à la main sur le procès-verbal&#xa0;: elle permet à quiconque de voir si le journal a été réécrit ensuite.</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Images</translation>
    </message>
    <message>
        <source>Signer</source>
        <translation>Signataire</translation>
    </message>
    <message>
        <source>The clip is written</source>
        <translation>L’extrait est écrit</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Vérifier</translation>
    </message>
    <message>
        <source>Whole: {files} files of case {case}, byte for byte.</source>
        <translation>Export intact&#xa0;: {files} fichiers, affaire {case}, octet par octet.</translation>
    </message>
</context>
<context>
    <name>FactsPane</name>
    <message>
        <source>Acts that a person began in a case outside {first}:00–{last}:00, or on a Saturday, a Sunday or a public holiday. A duty at night is no fault: it is to be explained.</source>
        <translation>Actes commencés par une personne dans une affaire hors de {first}&#xa0;h – {last}&#xa0;h, ou un samedi, un dimanche ou un jour férié. Une astreinte n’est pas une faute&#xa0;: elle s’explique.</translation>
    </message>
    <message>
        <source>Broad questions</source>
        <translation>Questions larges</translation>
    </message>
    <message>
        <source>Out of hours</source>
        <translation>Hors horaires</translation>
    </message>
    <message>
        <source>Questions for which at least two of three hold: every camera of a basis that names several; more than {hours} h; more than {classes} classes, or every one.</source>
        <translation>Questions qui réunissent au moins deux de ces trois faits&#xa0;: toutes les caméras d’un cadre qui en nomme plusieurs&#x202f;; plus de {hours}&#xa0;h&#x202f;; plus de {classes} catégories, ou toutes.</translation>
    </message>
    <message>
        <source>Refusals</source>
        <translation>Refus</translation>
    </message>
    <message>
        <source>What the law, the basis or the role refused; each was recorded.</source>
        <translation>Ce que la loi, le cadre ou le rôle a refusé&#x202f;; chaque refus est inscrit.</translation>
    </message>
</context>
<context>
    <name>FiltersPane</name>
    <message>
        <source>:00</source>
        <translation>&#xa0;h</translation>
    </message>
    <message>
        <source>Act</source>
        <translation>Acte</translation>
    </message>
    <message>
        <source>All of the journal</source>
        <translation>Tout le journal</translation>
    </message>
    <message>
        <source>Between two dates</source>
        <translation>Entre deux dates</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Affaire</translation>
    </message>
    <message>
        <source>Every act</source>
        <translation>Tous les actes</translation>
    </message>
    <message>
        <source>Every case</source>
        <translation>Toutes les affaires</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Tout le monde</translation>
    </message>
    <message>
        <source>First hour of the service</source>
        <translation>Première heure de service</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Du</translation>
    </message>
    <message>
        <source>Hours of the service (Paris)</source>
        <translation>Heures de service (Paris)</translation>
    </message>
    <message>
        <source>Last hour of the service</source>
        <translation>Dernière heure de service</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Période</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Personne</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Lire</translation>
    </message>
    <message>
        <source>The last {count} days</source>
        <translation>Les {count} derniers jours</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Au</translation>
    </message>
    <message>
        <source>to</source>
        <translation>à</translation>
    </message>
</context>
<context>
    <name>FlowView</name>
    <message>
        <source>A direction holds in {told} of {all} cells; pale arrows rest on few tracks. Nothing is asked with it before you use it.</source>
        <translation>Un sens se dégage dans {told} cases sur {all}&#x202f;; les flèches pâles reposent sur peu de pistes. Rien n’est demandé avec avant que vous l’utilisiez.</translation>
    </message>
    <message>
        <source>Camera {camera}</source>
        <translation>Caméra {camera}</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Learn from the film</source>
        <translation>Apprendre du film</translation>
    </message>
    <message>
        <source>Learning from the tracks of the period… This question is recorded.</source>
        <translation>Apprentissage sur les pistes de la période… Cette question est consignée.</translation>
    </message>
    <message>
        <source>Learnt from the tracks of this camera over the period of the question.</source>
        <translation>Appris des pistes de cette caméra sur la période de la question.</translation>
    </message>
    <message>
        <source>No direction holds: too few tracks go the same way here.</source>
        <translation>Aucun sens ne se dégage&#xa0;: trop peu de pistes vont dans le même sens ici.</translation>
    </message>
    <message>
        <source>Preparing the picture…</source>
        <translation>Préparation de l’image…</translation>
    </message>
    <message>
        <source>This is the way that the question uses.</source>
        <translation>C’est le sens que la question utilise.</translation>
    </message>
    <message>
        <source>Use this way</source>
        <translation>Utiliser ce sens</translation>
    </message>
    <message>
        <source>Usual direction of travel</source>
        <translation>Sens habituel de circulation</translation>
    </message>
</context>
<context>
    <name>Fold</name>
    <message>
        <source>closed</source>
        <translation>fermé</translation>
    </message>
    <message>
        <source>open</source>
        <translation>ouvert</translation>
    </message>
</context>
<context>
    <name>Footage</name>
    <message>
        <source>looked at: {share}</source>
        <translation>regardé&#xa0;: {share}</translation>
    </message>
    <message>
        <source>no clock stated</source>
        <translation>heure non déclarée</translation>
    </message>
    <message>
        <source>nothing yet</source>
        <translation>rien encore</translation>
    </message>
    <message>
        <source>on time</source>
        <translation>à l’heure</translation>
    </message>
    <message>
        <source>variable rate</source>
        <translation>cadence variable</translation>
    </message>
    <message>
        <source>{looked}; judged still {percent} %</source>
        <translation>{looked}&#x202f;; jugé calme {percent}&#x202f;%</translation>
    </message>
    <message>
        <source>{much} fast</source>
        <translation>avance de {much}</translation>
    </message>
    <message>
        <source>{much} slow</source>
        <translation>retarde de {much}</translation>
    </message>
    <message>
        <source>{percent} %, level {levels}</source>
        <translation>{percent}&#x202f;%, niveau {levels}</translation>
    </message>
</context>
<context>
    <name>FootageDetails</name>
    <message>
        <source>Camera</source>
        <translation>Caméra</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Heure</translation>
    </message>
    <message>
        <source>Digest</source>
        <translation>Empreinte</translation>
    </message>
    <message>
        <source>Exhibit</source>
        <translation>Scellé</translation>
    </message>
    <message>
        <source>Gaps</source>
        <translation>Lacunes</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>Looked at</source>
        <translation>Regardé</translation>
    </message>
    <message>
        <source>Nobody stated the time of this file: it is not indexed until somebody does.</source>
        <translation>Personne n’a déclaré son heure&#xa0;: il n’est pas indexé tant qu’elle ne l’est pas.</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Recorder</source>
        <translation>Enregistreur</translation>
    </message>
    <message>
        <source>SHA-256 of the file</source>
        <translation>SHA-256 du fichier</translation>
    </message>
    <message>
        <source>Set the clock…</source>
        <translation>Régler l’heure…</translation>
    </message>
    <message>
        <source>Shown</source>
        <translation>Affichée</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>Starts at</source>
        <translation>Début vrai</translation>
    </message>
    <message>
        <source>Stated by</source>
        <translation>Déclarée par</translation>
    </message>
    <message>
        <source>Within</source>
        <translation>Incertitude</translation>
    </message>
    <message>
        <source>constant rate</source>
        <translation>cadence constante</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>non déclarée</translation>
    </message>
    <message>
        <source>times rebuilt</source>
        <translation>horodatage reconstruit</translation>
    </message>
    <message>
        <source>variable rate</source>
        <translation>cadence variable</translation>
    </message>
    <message>
        <source>{count} [{codes}]</source>
        <translation>{count} [{codes}]</translation>
    </message>
</context>
<context>
    <name>FootageTree</name>
    <message>
        <source>Files of the case</source>
        <translation>Fichiers de l’affaire</translation>
    </message>
</context>
<context>
    <name>FootageView</name>
    <message>
        <source>Add files to the case</source>
        <translation>Ajouter des fichiers à l’affaire</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>Ajouter des fichiers…</translation>
    </message>
    <message>
        <source>Add the files of an exhibit, or drop them here. Each is read once and named by its SHA-256; nothing is written beside it.</source>
        <translation>Ajoutez les fichiers d’un scellé, ou déposez-les ici. Chacun est lu une fois et désigné par son empreinte SHA-256&#x202f;; rien n’est écrit à côté.</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Ajouter…</translation>
    </message>
    <message>
        <source>Drop the files to admit</source>
        <translation>Déposez les fichiers à admettre</translation>
    </message>
    <message>
        <source>Have the footage looked at</source>
        <translation>Faire regarder les enregistrements</translation>
    </message>
    <message>
        <source>Index…</source>
        <translation>Indexer…</translation>
    </message>
    <message>
        <source>No footage yet</source>
        <translation>Aucun enregistrement</translation>
    </message>
    <message>
        <source>Reading the list…</source>
        <translation>Lecture de la liste…</translation>
    </message>
    <message>
        <source>Stop after this file</source>
        <translation>Arrêter après ce fichier</translation>
    </message>
    <message>
        <source>Stopping after {name}</source>
        <translation>Arrêt après {name}</translation>
    </message>
    <message>
        <source>The list could not be read</source>
        <translation>La liste n’a pas pu être lue</translation>
    </message>
    <message>
        <source>The message above says why.</source>
        <translation>Le message ci-dessus dit pourquoi.</translation>
    </message>
    <message>
        <source>The reading is recorded.</source>
        <translation>Cette lecture est inscrite au journal.</translation>
    </message>
    <message>
        <source>They are asked about before anything is read.</source>
        <translation>Caméra, scellé et heure vous sont demandés avant toute lecture.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>files: {count}</source>
        <translation>fichiers&#xa0;: {count}</translation>
    </message>
    <message>
        <source>no clock stated</source>
        <translation>heure non déclarée</translation>
    </message>
    <message>
        <source>no file</source>
        <translation>aucun fichier</translation>
    </message>
    <message>
        <source>variable rate</source>
        <translation>cadence variable</translation>
    </message>
    <message>
        <source>{number} of {total}: {name}</source>
        <translation>{number} sur {total}&#xa0;: {name}</translation>
    </message>
</context>
<context>
    <name>FoundingView</name>
    <message>
        <source>A data protection officer reads the journal without ever seeing footage: enrol one now, or later.</source>
        <translation>Un délégué à la protection des données lit le journal sans jamais voir d’images&#xa0;: inscrivez-le maintenant ou plus tard.</translation>
    </message>
    <message>
        <source>Both are needed: the reference, and 64 digits.</source>
        <translation>Les deux sont nécessaires&#xa0;: la référence, et 64 chiffres.</translation>
    </message>
    <message>
        <source>Cases are opened under it. It may be left out here: each case then tells its own.</source>
        <translation>Les affaires sont ouvertes sous cette analyse. Elle peut manquer ici&#xa0;: chaque affaire dit alors la sienne.</translation>
    </message>
    <message>
        <source>Enrol and found the installation</source>
        <translation>Inscrire et mettre en service</translation>
    </message>
    <message>
        <source>Enrol another person</source>
        <translation>Inscrire une autre personne</translation>
    </message>
    <message>
        <source>Founding this installation</source>
        <translation>Mise en service de ce poste</translation>
    </message>
    <message>
        <source>From now on only an administrator enrols people, once signed in.</source>
        <translation>Désormais, seul un administrateur inscrit des personnes, une fois sa session ouverte.</translation>
    </message>
    <message>
        <source>Impact assessment (AIPD)</source>
        <translation>Analyse d’impact (AIPD)</translation>
    </message>
    <message>
        <source>Nobody is enrolled on this machine yet. The first person founds the installation: its keys, and the signed journal that no act escapes. In a small service, enrol yourself as analyst; others can follow.</source>
        <translation>Personne n’est encore inscrit sur ce poste. La première personne le met en service&#xa0;: ses clés, et le journal signé auquel aucun acte n’échappe. Dans un petit service, inscrivez-vous comme analyste&#x202f;; d’autres pourront suivre.</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Ouvrir une session</translation>
    </message>
    <message>
        <source>The installation is ready</source>
        <translation>Le poste est en service</translation>
    </message>
    <message>
        <source>{name} is enrolled: {role}.</source>
        <translation>{name} est inscrit(e)&#xa0;: {role}.</translation>
    </message>
</context>
<context>
    <name>GoTo</name>
    <message>
        <source>Corrected time</source>
        <translation>Heure corrigée</translation>
    </message>
    <message>
        <source>Go</source>
        <translation>Aller</translation>
    </message>
    <message>
        <source>Go to a time</source>
        <translation>Aller à une heure</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Heure</translation>
    </message>
    <message>
        <source>Time shown by the recorder</source>
        <translation>Heure affichée par l’enregistreur</translation>
    </message>
</context>
<context>
    <name>GroundForm</name>
    <message>
        <source>Point {number}, across</source>
        <translation>Point {number}, en largeur</translation>
    </message>
    <message>
        <source>Point {number}, along</source>
        <translation>Point {number}, en profondeur</translation>
    </message>
    <message>
        <source>Positions</source>
        <translation>Positions</translation>
    </message>
    <message>
        <source>Rectangle</source>
        <translation>Rectangle</translation>
    </message>
    <message>
        <source>Side from 1 to 2</source>
        <translation>Côté de 1 à 2</translation>
    </message>
    <message>
        <source>Side from 2 to 3</source>
        <translation>Côté de 2 à 3</translation>
    </message>
</context>
<context>
    <name>HabilitationForm</name>
    <message>
        <source>From</source>
        <translation>À partir du</translation>
    </message>
    <message>
        <source>Habilitation</source>
        <translation>Habilitation</translation>
    </message>
    <message>
        <source>Name and function.</source>
        <translation>Nom et fonction.</translation>
    </message>
    <message>
        <source>Nature of the data</source>
        <translation>Nature des données</translation>
    </message>
    <message>
        <source>Needed.</source>
        <translation>À remplir.</translation>
    </message>
    <message>
        <source>No end was set</source>
        <translation>Aucun terme fixé</translation>
    </message>
    <message>
        <source>Recorded images of judicial inquiries</source>
        <translation>Images enregistrées des enquêtes judiciaires</translation>
    </message>
    <message>
        <source>Reference of the individual designation and special habilitation.</source>
        <translation>Référence de la désignation individuelle et de l’habilitation spéciale.</translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation>Signée par</translation>
    </message>
    <message>
        <source>That day included; from the next on, everything is refused.</source>
        <translation>Ce jour compris&#x202f;; dès le lendemain, tout est refusé.</translation>
    </message>
    <message>
        <source>The end must come after the beginning.</source>
        <translation>La fin doit suivre le début.</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Jusqu’au</translation>
    </message>
    <message>
        <source>What it allows this person to handle.</source>
        <translation>Ce qu’elle permet à cette personne de traiter.</translation>
    </message>
</context>
<context>
    <name>HandOverDialog</name>
    <message>
        <source>Hand the journal over</source>
        <translation>Remettre le journal</translation>
    </message>
    <message>
        <source>The folder holds every record, a table for a spreadsheet, and a verifier that runs on any PC with Python, without Relecture. Nothing sealed is opened. The handing over and its recipient are recorded.</source>
        <translation>Le dossier contient tous les enregistrements, un tableau pour tableur et un vérificateur qui tourne sur tout poste doté de Python, sans Relecture. Rien de ce qui est scellé n’y est ouvert. La remise et son destinataire sont inscrits au journal.</translation>
    </message>
</context>
<context>
    <name>HandingForm</name>
    <message>
        <source>Choose…</source>
        <translation>Choisir…</translation>
    </message>
    <message>
        <source>New or empty folder</source>
        <translation>Dossier neuf ou vide</translation>
    </message>
    <message>
        <source>On a USB key, for example.</source>
        <translation>Sur une clé USB, par exemple.</translation>
    </message>
    <message>
        <source>Recipient</source>
        <translation>Destinataire</translation>
    </message>
    <message>
        <source>Write the folder</source>
        <translation>Écrire le dossier</translation>
    </message>
    <message>
        <source>Written: {count} records, their verifier and a leaflet, in {folder}</source>
        <translation>Écrit&#xa0;: {count} enregistrements, leur vérificateur et une notice, dans {folder}</translation>
    </message>
</context>
<context>
    <name>HeadingBox</name>
    <message>
        <source>Going one way</source>
        <translation>Allant dans un sens</translation>
    </message>
    <message>
        <source>To each side</source>
        <translation>De chaque côté</translation>
    </message>
    <message>
        <source>Way across the picture</source>
        <translation>Sens dans l’image</translation>
    </message>
</context>
<context>
    <name>HitBar</name>
    <message>
        <source>All</source>
        <translation>Tous</translation>
    </message>
    <message>
        <source>As a grid</source>
        <translation>En grille</translation>
    </message>
    <message>
        <source>As a list</source>
        <translation>En liste</translation>
    </message>
    <message>
        <source>By score</source>
        <translation>Par score</translation>
    </message>
    <message>
        <source>By time</source>
        <translation>Par heure</translation>
    </message>
    <message>
        <source>Doubtful</source>
        <translation>Douteux</translation>
    </message>
    <message>
        <source>Export the selected results…</source>
        <translation>Exporter les résultats sélectionnés…</translation>
    </message>
    <message>
        <source>Matched</source>
        <translation>Retenus</translation>
    </message>
    <message>
        <source>Order of the results</source>
        <translation>Ordre des résultats</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Écartés</translation>
    </message>
    <message>
        <source>Results: {count}</source>
        <translation>Résultats&#xa0;: {count}</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>The answer is still coming</source>
        <translation>La réponse arrive encore</translation>
    </message>
    <message>
        <source>To verify</source>
        <translation>À vérifier</translation>
    </message>
    <message>
        <source>What was looked at is told with the end of the answer.</source>
        <translation>Ce qui a été regardé sera dit avec la fin de la réponse.</translation>
    </message>
    <message>
        <source>Which results are listed</source>
        <translation>Résultats affichés</translation>
    </message>
</context>
<context>
    <name>HitWords</name>
    <message>
        <source>doubtful</source>
        <translation>douteux</translation>
    </message>
    <message>
        <source>for {length}</source>
        <translation>pendant {length}</translation>
    </message>
    <message>
        <source>high, {value} ‰</source>
        <translation>élevé, {value}&#x202f;‰</translation>
    </message>
    <message>
        <source>low, {value} ‰</source>
        <translation>faible, {value}&#x202f;‰</translation>
    </message>
    <message>
        <source>matched</source>
        <translation>retenu</translation>
    </message>
    <message>
        <source>medium, {value} ‰</source>
        <translation>moyen, {value}&#x202f;‰</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>écarté</translation>
    </message>
    <message>
        <source>score: {grade}</source>
        <translation>score&#xa0;: {grade}</translation>
    </message>
    <message>
        <source>to verify</source>
        <translation>à vérifier</translation>
    </message>
    <message>
        <source>{time} after the first picture</source>
        <translation>{time} après la première image</translation>
    </message>
</context>
<context>
    <name>HitsView</name>
    <message>
        <source>No answer</source>
        <translation>Pas de réponse</translation>
    </message>
    <message>
        <source>No picture [{code}]</source>
        <translation>Pas d’image [{code}]</translation>
    </message>
    <message>
        <source>No question asked yet</source>
        <translation>Aucune question posée</translation>
    </message>
    <message>
        <source>No result</source>
        <translation>Aucun résultat</translation>
    </message>
    <message>
        <source>No result of this sort</source>
        <translation>Aucun résultat de cette sorte</translation>
    </message>
    <message>
        <source>Nothing had been found: not found does not mean absent.</source>
        <translation>Rien n’avait été trouvé&#xa0;: non trouvé ne veut pas dire absent.</translation>
    </message>
    <message>
        <source>Nothing was searched. The message above says why.</source>
        <translation>Rien n’a été cherché. Le message ci-dessus dit pourquoi.</translation>
    </message>
    <message>
        <source>Question refused</source>
        <translation>Question refusée</translation>
    </message>
    <message>
        <source>Recorded at {time}.</source>
        <translation>Consigné le {time}.</translation>
    </message>
    <message>
        <source>Recorded when the thresholds come to rest…</source>
        <translation>Consigné quand les seuils ne bougent plus…</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Résultats</translation>
    </message>
    <message>
        <source>Search stopped</source>
        <translation>Recherche arrêtée</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Recherche en cours…</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Tout afficher</translation>
    </message>
    <message>
        <source>Stopped: what was looked at is not known.</source>
        <translation>Recherche arrêtée&#xa0;: ce qui a été regardé n’est pas connu.</translation>
    </message>
    <message>
        <source>The answer is not whole: what was looked at is not known.</source>
        <translation>Réponse incomplète&#xa0;: ce qui a été regardé n’est pas connu.</translation>
    </message>
    <message>
        <source>The filter hides them all.</source>
        <translation>Le filtre les cache tous.</translation>
    </message>
    <message>
        <source>The message above says why.</source>
        <translation>Le message ci-dessus dit pourquoi.</translation>
    </message>
    <message>
        <source>The question is recorded.</source>
        <translation>La question est inscrite au journal.</translation>
    </message>
    <message>
        <source>Write a question and ask it: it is recorded, then answered here.</source>
        <translation>Rédigez une question et posez-la&#xa0;: elle est inscrite au journal, puis la réponse vient ici.</translation>
    </message>
    <message>
        <source>{name} could not be read [{code}].</source>
        <translation>{name} n’a pas pu être lu [{code}].</translation>
    </message>
</context>
<context>
    <name>HoursBox</name>
    <message>
        <source>At certain hours</source>
        <translation>À certaines heures</translation>
    </message>
    <message>
        <source>From</source>
        <translation>De</translation>
    </message>
    <message>
        <source>Local time, {zone}.</source>
        <translation>Heure locale, {zone}.</translation>
    </message>
    <message>
        <source>No day pressed: every day.</source>
        <translation>Aucun jour choisi&#xa0;: tous les jours.</translation>
    </message>
    <message>
        <source>Over midnight.</source>
        <translation>Passe minuit.</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>À</translation>
    </message>
    <message>
        <source>until</source>
        <translation>à</translation>
    </message>
</context>
<context>
    <name>IndexingDialog</name>
    <message>
        <source>Cameras</source>
        <translation>Caméras</translation>
    </message>
    <message>
        <source>Choose a camera at least.</source>
        <translation>Choisissez au moins une caméra.</translation>
    </message>
    <message>
        <source>Choose a motive.</source>
        <translation>Choisissez un motif.</translation>
    </message>
    <message>
        <source>Footage is being looked at already.</source>
        <translation>Une indexation est déjà en cours.</translation>
    </message>
    <message>
        <source>Have the footage looked at</source>
        <translation>Faire indexer les enregistrements</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Niveau</translation>
    </message>
    <message>
        <source>Motive</source>
        <translation>Motif</translation>
    </message>
    <message>
        <source>Only what the basis allows is looked at; files without a clock are left out. You can go on working meanwhile: where there is much to do, key pictures of everything are looked at first, so that questions have first answers early, and these deepen.</source>
        <translation>Seul ce que le cadre permet est regardé&#x202f;; les fichiers sans heure déclarée sont laissés de côté. Vous pouvez continuer à travailler pendant ce temps&#xa0;: s’il y a beaucoup à faire, les images clés de tout sont regardées d’abord, pour que les questions aient tôt de premières réponses, qui se précisent ensuite.</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Lancer</translation>
    </message>
    <message>
        <source>What an earlier indexing finished at this level is not done again.</source>
        <translation>Ce qu’une indexation précédente a terminé à ce niveau n’est pas refait.</translation>
    </message>
</context>
<context>
    <name>IndexingView</name>
    <message>
        <source>Close this message</source>
        <translation>Fermer ce message</translation>
    </message>
    <message>
        <source>Getting ready to index…</source>
        <translation>Préparation de l’indexation…</translation>
    </message>
    <message>
        <source>Go on with the indexing</source>
        <translation>Reprendre l’indexation</translation>
    </message>
    <message>
        <source>Indexing over.</source>
        <translation>Indexation terminée.</translation>
    </message>
    <message>
        <source>Indexing stopped; what is finished is kept.</source>
        <translation>Indexation arrêtée&#x202f;; ce qui est terminé est conservé.</translation>
    </message>
    <message>
        <source>Indexing: {percent}, {file}, {times}</source>
        <translation>Indexation&#xa0;: {percent}, {file}, {times}</translation>
    </message>
    <message>
        <source>Level {level}: {files} files, {tracks} tracks.</source>
        <translation>Niveau {level}&#xa0;: {files} fichiers, {tracks} pistes.</translation>
    </message>
    <message>
        <source>Motion alone has looked: nothing has a name.</source>
        <translation>Détection de mouvement seule&#xa0;: rien n’est nommé.</translation>
    </message>
    <message>
        <source>Not read to the end: {count} ({names}).</source>
        <translation>Non lus jusqu’au bout&#xa0;: {count} ({names}).</translation>
    </message>
    <message>
        <source>Pause the indexing</source>
        <translation>Suspendre l’indexation</translation>
    </message>
    <message>
        <source>Stop the indexing</source>
        <translation>Arrêter l’indexation</translation>
    </message>
    <message>
        <source>stopping…</source>
        <translation>arrêt en cours…</translation>
    </message>
    <message>
        <source>{elapsed} · about {left} left</source>
        <translation>{elapsed} · reste environ {left}</translation>
    </message>
    <message>
        <source>{elapsed} · paused</source>
        <translation>{elapsed} · suspendue</translation>
    </message>
    <message>
        <source>{elapsed} · remaining time not known yet</source>
        <translation>{elapsed} · durée restante pas encore connue</translation>
    </message>
</context>
<context>
    <name>InstantEdit</name>
    <message>
        <source>Clocks went back: this time comes twice.</source>
        <translation>Passage à l’heure d’hiver&#xa0;: cette heure existe deux fois.</translation>
    </message>
    <message>
        <source>Clocks went forward: this time never comes, it is read later.</source>
        <translation>Passage à l’heure d’été&#xa0;: cette heure n’existe pas, elle est lue une heure plus tard.</translation>
    </message>
    <message>
        <source>Which of the two</source>
        <translation>Laquelle des deux</translation>
    </message>
    <message>
        <source>the first time</source>
        <translation>la première fois</translation>
    </message>
    <message>
        <source>the second time</source>
        <translation>la seconde fois</translation>
    </message>
    <message>
        <source>yyyy-MM-dd HH:mm:ss.zzz</source>
        <translation>dd/MM/yyyy HH:mm:ss,zzz</translation>
    </message>
</context>
<context>
    <name>IntakeFiles</name>
    <message>
        <source>Add files…</source>
        <translation>Ajouter des fichiers…</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>Files to admit</source>
        <translation>Fichiers à admettre</translation>
    </message>
    <message>
        <source>First picture, true time</source>
        <translation>Première image, heure vraie</translation>
    </message>
    <message>
        <source>Move the chosen file down</source>
        <translation>Descendre le fichier choisi</translation>
    </message>
    <message>
        <source>Move the chosen file up</source>
        <translation>Monter le fichier choisi</translation>
    </message>
    <message>
        <source>Take the chosen files off the list</source>
        <translation>Retirer de la liste les fichiers choisis</translation>
    </message>
</context>
<context>
    <name>IntakeResult</name>
    <message>
        <source>Admitted: {admitted}, refused: {refused}</source>
        <translation>Admis&#xa0;: {admitted}, refusés&#xa0;: {refused}</translation>
    </message>
    <message>
        <source>Next: have the footage looked at, then ask.</source>
        <translation>Ensuite&#xa0;: faites indexer, puis posez vos questions.</translation>
    </message>
    <message>
        <source>Stopped: {count} files were not read.</source>
        <translation>Arrêté. Fichiers non lus&#xa0;: {count}.</translation>
    </message>
    <message>
        <source>Without a clock: {count}. They are not indexed until one is stated.</source>
        <translation>Sans heure déclarée&#xa0;: {count}. Ils ne sont pas indexés tant qu’elle ne l’est pas.</translation>
    </message>
</context>
<context>
    <name>JoinBar</name>
    <message>
        <source>After at least</source>
        <translation>Au plus tôt après</translation>
    </message>
    <message>
        <source>After at most</source>
        <translation>Au plus tard après</translation>
    </message>
    <message>
        <source>Combined by</source>
        <translation>Combinées par</translation>
    </message>
    <message>
        <source>On one camera</source>
        <translation>Sur une même caméra</translation>
    </message>
    <message>
        <source>One object that answers every part.</source>
        <translation>Un même objet qui répond à toutes les parties.</translation>
    </message>
    <message>
        <source>The first, then the second: times and places. Nothing says that it is the same person.</source>
        <translation>La première, puis la seconde&#xa0;: des heures et des lieux. Rien ne dit que c’est la même personne.</translation>
    </message>
    <message>
        <source>Whatever answers one of the parts.</source>
        <translation>Tout ce qui répond à l’une des parties.</translation>
    </message>
    <message>
        <source>and</source>
        <translation>et</translation>
    </message>
    <message>
        <source>or</source>
        <translation>ou</translation>
    </message>
    <message>
        <source>then</source>
        <translation>puis</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>In a field, in a list or on a button, the keys that it uses are its own.</source>
        <translation>Dans un champ, dans une liste ou sur un bouton, les touches dont il se sert restent les siennes.</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Raccourcis clavier</translation>
    </message>
    <message>
        <source>or</source>
        <translation>ou</translation>
    </message>
</context>
<context>
    <name>KindFigures</name>
    <message>
        <source>Event</source>
        <translation>Événement</translation>
    </message>
    <message>
        <source>False alarms</source>
        <translation>En trop</translation>
    </message>
    <message>
        <source>Mean time error</source>
        <translation>Écart de temps moyen</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Précision</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>Rappel</translation>
    </message>
</context>
<context>
    <name>KindMenu</name>
    <message>
        <source>Event</source>
        <translation>Événement</translation>
    </message>
    <message>
        <source>In a zone</source>
        <translation>Dans une zone</translation>
    </message>
    <message>
        <source>Seeing and moving</source>
        <translation>Voir et se déplacer</translation>
    </message>
    <message>
        <source>Several objects</source>
        <translation>Plusieurs objets</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>Footage</source>
        <translation>Enregistrements</translation>
    </message>
    <message>
        <source>Legend of the timeline</source>
        <translation>Légende de la chronologie</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Résultats</translation>
    </message>
    <message>
        <source>how long a result lasts</source>
        <translation>durée d’un résultat</translation>
    </message>
    <message>
        <source>several results: the taller, the more</source>
        <translation>plusieurs résultats, en barres d’autant plus hautes</translation>
    </message>
    <message>
        <source>something could not be read</source>
        <translation>un passage n’a pas pu être lu</translation>
    </message>
    <message>
        <source>what the answer covers</source>
        <translation>ce que couvre la réponse</translation>
    </message>
</context>
<context>
    <name>LevelChoice</name>
    <message>
        <source>About five pictures a second, where something moves. Enough for people and vehicles; the usual choice. Between two key pictures of the same empty scene, at most 2.5 s apart, nothing is decoded.</source>
        <translation>Cinq images par seconde environ, là où quelque chose bouge. Suffisant pour les personnes et les véhicules&#x202f;; c’est le choix courant. Entre deux images clés de la même scène vide, à 2,5&#xa0;s au plus, rien n’est décodé.</translation>
    </message>
    <message>
        <source>Every picture, without exception. The longest, several times the standard level: for a short stretch in which an instant counts.</source>
        <translation>Toutes les images, sans exception. Le plus long, plusieurs fois le niveau standard, pour un court passage où un instant compte.</translation>
    </message>
    <message>
        <source>Key frames only, about one a second or fewer. By far the quickest: for a first idea. What passes between two key frames is not seen.</source>
        <translation>Les seules images clés, une par seconde environ, parfois moins. De loin le plus rapide, pour une première idée. Ce qui passe entre deux images clés n’est pas vu.</translation>
    </message>
</context>
<context>
    <name>LightPane</name>
    <message>
        <source>Check the journal</source>
        <translation>Vérifier le journal</translation>
    </message>
    <message>
        <source>Checking every record…</source>
        <translation>Vérification de chaque enregistrement…</translation>
    </message>
    <message>
        <source>File {file}.</source>
        <translation>Fichier {file}.</translation>
    </message>
    <message>
        <source>Head of the journal</source>
        <translation>Tête du journal</translation>
    </message>
    <message>
        <source>Head printed on paper, to be found again</source>
        <translation>Tête imprimée sur papier, à retrouver</translation>
    </message>
    <message>
        <source>Printed head to find again</source>
        <translation>Tête imprimée à retrouver</translation>
    </message>
    <message>
        <source>Record no. {place} of volume {shard}, file {file}.</source>
        <translation>Enregistrement n°&#xa0;{place} du volume {shard}, fichier {file}.</translation>
    </message>
    <message>
        <source>Size and root of the volume in use, as on an export</source>
        <translation>Taille et racine du volume en cours, comme sur un export</translation>
    </message>
    <message>
        <source>The journal could not be checked</source>
        <translation>Le journal n’a pas pu être vérifié</translation>
    </message>
    <message>
        <source>The journal has been altered</source>
        <translation>Le journal a été altéré</translation>
    </message>
    <message>
        <source>The journal has not been checked yet</source>
        <translation>Le journal n’a pas encore été vérifié</translation>
    </message>
    <message>
        <source>The journal is whole</source>
        <translation>Le journal est entier</translation>
    </message>
    <message>
        <source>Volumes found damaged before, and followed by another: {names}.</source>
        <translation>Volumes trouvés endommagés auparavant, et suivis d’un autre&#xa0;: {names}.</translation>
    </message>
    <message>
        <source>{count} records, each with its seal. Cosignatures that hold: {cosigned}.</source>
        <translation>{count} enregistrements, chacun avec son sceau. Cosignatures valides&#xa0;: {cosigned}.</translation>
    </message>
</context>
<context>
    <name>Locked</name>
    <message>
        <source>Locked.</source>
        <translation>Verrouillé.</translation>
    </message>
    <message>
        <source>Locked: nothing was touched for {minutes} min.</source>
        <translation>Verrouillé&#xa0;: rien n’a été touché pendant {minutes} min.</translation>
    </message>
    <message>
        <source>Locked: the machine was suspended.</source>
        <translation>Verrouillé&#xa0;: la machine a été mise en veille.</translation>
    </message>
    <message>
        <source>Somebody else signs in…</source>
        <translation>Une autre personne ouvre sa session…</translation>
    </message>
    <message>
        <source>The session is closed and its keys are forgotten. Sign in again to go on where you were.</source>
        <translation>La session est fermée et ses clés sont oubliées. Ouvrez-la de nouveau pour reprendre là où vous étiez.</translation>
    </message>
    <message>
        <source>What was running goes on, and the session closes when it has ended. Your passphrase brings you back to it.</source>
        <translation>Ce qui était en cours continue, et la session se fermera à la fin. Votre phrase de passe vous y ramène.</translation>
    </message>
</context>
<context>
    <name>Measured</name>
    <message>
        <source>{value}; threshold: {threshold}</source>
        <translation>{value}&#x202f;; seuil&#xa0;: {threshold}</translation>
    </message>
</context>
<context>
    <name>MissWords</name>
    <message>
        <source>track no. {number}</source>
        <translation>piste n°&#x202f;{number}</translation>
    </message>
    <message>
        <source>{measure}: {value}, {by} away from it</source>
        <translation>{measure}&#xa0;: {value}, à {by} près</translation>
    </message>
</context>
<context>
    <name>MissesPane</name>
    <message>
        <source>Look for near misses</source>
        <translation>Chercher ce qui a failli</translation>
    </message>
    <message>
        <source>Looking for near misses…</source>
        <translation>Recherche de ce qui a failli…</translation>
    </message>
    <message>
        <source>Nothing else came near within 5 minutes on this camera.</source>
        <translation>Rien d’autre n’en est passé près à 5 minutes sur cette caméra.</translation>
    </message>
    <message>
        <source>What the rule left out within 5 minutes on this camera. This is recorded.</source>
        <translation>Ce que la règle a écarté de peu, à 5 minutes près sur cette caméra. La recherche est consignée.</translation>
    </message>
</context>
<context>
    <name>MistakeDialog</name>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Mistake</source>
        <translation>Erreur</translation>
    </message>
    <message>
        <source>Next mistake</source>
        <translation>Erreur suivante</translation>
    </message>
    <message>
        <source>Previous mistake</source>
        <translation>Erreur précédente</translation>
    </message>
    <message>
        <source>{number} of {total}</source>
        <translation>{number} sur {total}</translation>
    </message>
</context>
<context>
    <name>Mistakes</name>
    <message>
        <source>false alarm</source>
        <translation>en trop</translation>
    </message>
    <message>
        <source>missed event</source>
        <translation>manqué</translation>
    </message>
</context>
<context>
    <name>MistakesPane</name>
    <message>
        <source>All mistakes ({count})</source>
        <translation>Toutes les erreurs ({count})</translation>
    </message>
    <message>
        <source>Enlarge</source>
        <translation>Agrandir</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Événement</translation>
    </message>
    <message>
        <source>Every event of the truth was found: {events}. Nothing else was said in {minutes}.</source>
        <translation>Tous les événements de la vérité ont été retrouvés&#xa0;: {events}. Rien n’est en trop, sur {minutes}.</translation>
    </message>
    <message>
        <source>False alarms ({count})</source>
        <translation>En trop ({count})</translation>
    </message>
    <message>
        <source>Film</source>
        <translation>Film</translation>
    </message>
    <message>
        <source>Missed events ({count})</source>
        <translation>Manqués ({count})</translation>
    </message>
    <message>
        <source>Mistakes</source>
        <translation>Erreurs</translation>
    </message>
    <message>
        <source>Mistakes are those of answers, and no question was asked.</source>
        <translation>Les erreurs sont celles des réponses, et aucune question n’a été posée.</translation>
    </message>
    <message>
        <source>No mistake</source>
        <translation>Aucune erreur</translation>
    </message>
    <message>
        <source>No picture of this instant: it could not be decoded, or there were too many.</source>
        <translation>Pas d’image de cet instant&#xa0;: elle n’a pas pu être décodée, ou il y en avait trop.</translation>
    </message>
    <message>
        <source>No question was asked</source>
        <translation>Aucune question n’a été posée</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>N°</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Question</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Instant</translation>
    </message>
    <message>
        <source>Way</source>
        <translation>Sens</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Quoi</translation>
    </message>
    <message>
        <source>Which mistakes</source>
        <translation>Quelles erreurs</translation>
    </message>
    <message>
        <source>Without a picture, because there were too many: {count}.</source>
        <translation>Sans image, parce qu’il y en avait trop&#xa0;: {count}.</translation>
    </message>
    <message>
        <source>{time} after the first picture</source>
        <translation>{time} après la première image</translation>
    </message>
</context>
<context>
    <name>ModelList</name>
    <message>
        <source>A model is added by the command line alone, and the journal says so:</source>
        <translation>Un modèle s’ajoute par la ligne de commande seulement, et le journal l’inscrit&#xa0;:</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Commande</translation>
    </message>
    <message>
        <source>Digest (SHA-256)</source>
        <translation>Empreinte (SHA-256)</translation>
    </message>
    <message>
        <source>Experimental</source>
        <translation>Expérimental</translation>
    </message>
    <message>
        <source>Known models</source>
        <translation>Modèles connus</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licence</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modèle</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Nomme</translation>
    </message>
    <message>
        <source>No model is here: motion alone looks, and nothing it finds has a name.</source>
        <translation>Aucun modèle n’est là&#xa0;: le mouvement seul regarde, et rien de ce qu’il trouve n’a de nom.</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>Origine</translation>
    </message>
    <message>
        <source>Reading the list of models…</source>
        <translation>Lecture de la liste des modèles…</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Without a name</source>
        <translation>Sans nom</translation>
    </message>
    <message>
        <source>absent</source>
        <translation>absent</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>utilisé</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>rien</translation>
    </message>
    <message>
        <source>present</source>
        <translation>présent</translation>
    </message>
    <message>
        <source>{classes} (too uncertain: left out unless asked for)</source>
        <translation>{classes} (trop peu sûr&#xa0;: écarté, sauf demande)</translation>
    </message>
</context>
<context>
    <name>MotiveBox</name>
    <message>
        <source>Choose a motive</source>
        <translation>Choisir un motif</translation>
    </message>
    <message>
        <source>Motive</source>
        <translation>Motif</translation>
    </message>
</context>
<context>
    <name>MotiveDialog</name>
    <message>
        <source>The motive is written in the journal with this act, before it is done.</source>
        <translation>Le motif est inscrit au journal avec cet acte, avant son exécution.</translation>
    </message>
</context>
<context>
    <name>NarrowingPane</name>
    <message>
        <source>Calibrate again…</source>
        <translation>Calibrer à nouveau…</translation>
    </message>
    <message>
        <source>Calibrate for metres and km/h…</source>
        <translation>Calibrer pour des mètres et km/h…</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Couleurs</translation>
    </message>
    <message>
        <source>Height in metres</source>
        <translation>Hauteur en mètres</translation>
    </message>
    <message>
        <source>Height in the picture</source>
        <translation>Hauteur dans l’image</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>Heures</translation>
    </message>
    <message>
        <source>Measures</source>
        <translation>Mesures</translation>
    </message>
    <message>
        <source>Metres and km/h hold on the calibrated ground.</source>
        <translation>Les mètres et les km/h valent sur le sol calibré.</translation>
    </message>
    <message>
        <source>Score of the detector</source>
        <translation>Score du détecteur</translation>
    </message>
    <message>
        <source>Size and speed are relative to the picture and to the object: this camera’s ground is not calibrated.</source>
        <translation>Taille et vitesse sont relatives à l’image et à l’objet&#xa0;: le sol de cette caméra n’est pas calibré.</translation>
    </message>
    <message>
        <source>Speed in km/h</source>
        <translation>Vitesse en km/h</translation>
    </message>
    <message>
        <source>Speed, in its own heights</source>
        <translation>Vitesse, en hauteurs de l’objet</translation>
    </message>
    <message>
        <source>Time in sight</source>
        <translation>Temps en vue</translation>
    </message>
    <message>
        <source>Way</source>
        <translation>Sens</translation>
    </message>
</context>
<context>
    <name>NewCaseView</name>
    <message>
        <source>A SHA-256 digest has 64 digits, 0 to 9 and a to f.</source>
        <translation>Une empreinte SHA-256 a 64 chiffres, de 0 à 9 et de a à f.</translation>
    </message>
    <message>
        <source>A camera is named twice.</source>
        <translation>Une caméra est nommée deux fois.</translation>
    </message>
    <message>
        <source>At least one: an empty list never means all.</source>
        <translation>Au moins une&#xa0;: une liste vide ne veut jamais dire «&#xa0;toutes&#xa0;».</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Folder and people</source>
        <translation>Dossier et personnes</translation>
    </message>
    <message>
        <source>Needed.</source>
        <translation>À remplir.</translation>
    </message>
    <message>
        <source>New case</source>
        <translation>Nouvelle affaire</translation>
    </message>
    <message>
        <source>Open the case</source>
        <translation>Ouvrir l’affaire</translation>
    </message>
    <message>
        <source>Procedure</source>
        <translation>Procédure</translation>
    </message>
    <message>
        <source>Scope</source>
        <translation>Périmètre</translation>
    </message>
    <message>
        <source>The end must come after the beginning.</source>
        <translation>La fin doit suivre le début.</translation>
    </message>
    <message>
        <source>This date has passed.</source>
        <translation>Cette date est passée.</translation>
    </message>
    <message>
        <source>Write the whole path, from the root.</source>
        <translation>Écrivez le chemin entier, depuis la racine.</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Close this message</source>
        <translation>Fermer ce message</translation>
    </message>
</context>
<context>
    <name>OffsetEdit</name>
    <message>
        <source>By how many seconds</source>
        <translation>De combien de secondes</translation>
    </message>
    <message>
        <source>is fast by</source>
        <translation>avance de</translation>
    </message>
    <message>
        <source>is on time</source>
        <translation>est à l’heure</translation>
    </message>
    <message>
        <source>is slow by</source>
        <translation>retarde de</translation>
    </message>
</context>
<context>
    <name>Orders</name>
    <message>
        <source>Enter an order</source>
        <translation>Inscrire un ordre</translation>
    </message>
    <message>
        <source>It stays on the papers of the case until somebody says how it was carried out.</source>
        <translation>Il reste parmi les pièces de l’affaire jusqu’à ce que quelqu’un dise comment il a été exécuté.</translation>
    </message>
    <message>
        <source>Needed.</source>
        <translation>À remplir.</translation>
    </message>
    <message>
        <source>On whose request</source>
        <translation>À la demande de</translation>
    </message>
    <message>
        <source>Order {name}: {kind}. {text}</source>
        <translation>Ordre {name}&#xa0;: {kind}. {text}</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Référence</translation>
    </message>
    <message>
        <source>Say it was carried out</source>
        <translation>Dire qu’il a été exécuté</translation>
    </message>
    <message>
        <source>Sealed in the journal: only those who hold the key of this case can read it.</source>
        <translation>Scellé dans le journal&#xa0;: seules les personnes qui ont la clé de cette affaire peuvent le lire.</translation>
    </message>
    <message>
        <source>What is ordered</source>
        <translation>Ce qui est ordonné</translation>
    </message>
    <message>
        <source>What it says</source>
        <translation>Ce qu’il dit</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>Ce qui a été fait</translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>Where the screen stands in the whole footage</source>
        <translation>Place de l’écran dans l’ensemble des enregistrements</translation>
    </message>
</context>
<context>
    <name>PapersView</name>
    <message>
        <source>Approved by</source>
        <translation>Approuvée par</translation>
    </message>
    <message>
        <source>Ask for the erasure…</source>
        <translation>Demander l’effacement…</translation>
    </message>
    <message>
        <source>Asked by</source>
        <translation>Demandée par</translation>
    </message>
    <message>
        <source>Back to the footage</source>
        <translation>Retour aux images</translation>
    </message>
    <message>
        <source>Carried out</source>
        <translation>Exécuté</translation>
    </message>
    <message>
        <source>Carry out what was approved…</source>
        <translation>Exécuter ce qui est approuvé…</translation>
    </message>
    <message>
        <source>Close the case</source>
        <translation>Clore l’affaire</translation>
    </message>
    <message>
        <source>Close the case…</source>
        <translation>Clore l’affaire…</translation>
    </message>
    <message>
        <source>End of the case</source>
        <translation>Fin de l’affaire</translation>
    </message>
    <message>
        <source>Enter an order…</source>
        <translation>Inscrire un ordre…</translation>
    </message>
    <message>
        <source>Entered</source>
        <translation>Inscrit</translation>
    </message>
    <message>
        <source>Erase this case for good</source>
        <translation>Effacer définitivement cette affaire</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Origine</translation>
    </message>
    <message>
        <source>From then on its footage can no longer be searched, looked at or exported, and it is due to be erased. Its papers stay readable.</source>
        <translation>Dès lors, ses images ne peuvent plus être interrogées, regardées ni exportées, et elle est à effacer. Ses pièces restent lisibles.</translation>
    </message>
    <message>
        <source>Legal basis</source>
        <translation>Cadre légal</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>N°</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Le</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Ordre</translation>
    </message>
    <message>
        <source>Orders and requests of persons</source>
        <translation>Ordres et demandes de personnes</translation>
    </message>
    <message>
        <source>Orders of this case</source>
        <translation>Ordres de cette affaire</translation>
    </message>
    <message>
        <source>Papers of case {number}</source>
        <translation>Pièces de l’affaire {number}</translation>
    </message>
    <message>
        <source>Put the wider basis in force</source>
        <translation>Mettre en vigueur le cadre élargi</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Référence</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Demande</translation>
    </message>
    <message>
        <source>Requests of this case</source>
        <translation>Demandes de cette affaire</translation>
    </message>
    <message>
        <source>Say it was carried out…</source>
        <translation>Dire qu’il a été exécuté…</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>What takes two people</source>
        <translation>Ce qui demande deux personnes</translation>
    </message>
    <message>
        <source>Widen the basis…</source>
        <translation>Élargir le cadre…</translation>
    </message>
</context>
<context>
    <name>PartCard</name>
    <message>
        <source>Change part {number}</source>
        <translation>Modifier la partie {number}</translation>
    </message>
    <message>
        <source>Except</source>
        <translation>Sauf</translation>
    </message>
    <message>
        <source>Except part {number}</source>
        <translation>Sauf la partie {number}</translation>
    </message>
    <message>
        <source>Remove part {number}</source>
        <translation>Retirer la partie {number}</translation>
    </message>
</context>
<context>
    <name>PartCards</name>
    <message>
        <source>Combine with another condition</source>
        <translation>Combiner à une autre condition</translation>
    </message>
</context>
<context>
    <name>PedigreeSheet</name>
    <message>
        <source>Detector</source>
        <translation>Détecteur</translation>
    </message>
    <message>
        <source>Footage</source>
        <translation>Fichiers</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programme</translation>
    </message>
    <message>
        <source>Segments</source>
        <translation>Segments</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>Tracker</source>
        <translation>Suivi</translation>
    </message>
    <message>
        <source>{first} and others: {count}</source>
        <translation>{first} et autres&#xa0;: {count}</translation>
    </message>
</context>
<context>
    <name>PeopleList</name>
    <message>
        <source>An administrator enrols people and sees neither footage nor cases.</source>
        <translation>L’administrateur inscrit les personnes et ne voit ni images ni affaires.</translation>
    </message>
    <message>
        <source>Another role…</source>
        <translation>Autre rôle…</translation>
    </message>
    <message>
        <source>End now…</source>
        <translation>Mettre fin…</translation>
    </message>
    <message>
        <source>Enrol somebody…</source>
        <translation>Inscrire quelqu’un…</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>Nom complet</translation>
    </message>
    <message>
        <source>Habilitation</source>
        <translation>Habilitation</translation>
    </message>
    <message>
        <source>Holds until</source>
        <translation>Valable jusqu’au</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personnes</translation>
    </message>
    <message>
        <source>People of this installation</source>
        <translation>Personnes inscrites sur ce poste</translation>
    </message>
    <message>
        <source>Renew…</source>
        <translation>Renouveler…</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rôle</translation>
    </message>
    <message>
        <source>Short name</source>
        <translation>Nom court</translation>
    </message>
</context>
<context>
    <name>PeriodBox</name>
    <message>
        <source>A period:</source>
        <translation>Une période&#xa0;:</translation>
    </message>
    <message>
        <source>Around the picture on show:</source>
        <translation>Autour de l’image affichée&#xa0;:</translation>
    </message>
    <message>
        <source>Beginning of the period</source>
        <translation>Début de la période</translation>
    </message>
    <message>
        <source>End of the period</source>
        <translation>Fin de la période</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Du</translation>
    </message>
    <message>
        <source>The whole authorised period</source>
        <translation>Toute la période autorisée</translation>
    </message>
    <message>
        <source>Timeline selection</source>
        <translation>Sélection de la chronologie</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Au</translation>
    </message>
    <message>
        <source>± {count} h</source>
        <translation>±&#xa0;{count}&#xa0;h</translation>
    </message>
    <message>
        <source>± {count} min</source>
        <translation>±&#xa0;{count}&#xa0;min</translation>
    </message>
</context>
<context>
    <name>PersonForm</name>
    <message>
        <source>Caps Lock is on.</source>
        <translation>Le verrouillage des majuscules est actif.</translation>
    </message>
    <message>
        <source>Directs the inquiry: opens cases, searches and exports.</source>
        <translation>Dirige l’enquête&#xa0;: ouvre des affaires, cherche et exporte.</translation>
    </message>
    <message>
        <source>Enrols people and adds models, never sees footage. From then on, only they enrol.</source>
        <translation>Inscrit les personnes et ajoute des modèles, ne voit jamais d’images. Dès lors, lui seul inscrit.</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>Nom complet</translation>
    </message>
    <message>
        <source>Needed.</source>
        <translation>À remplir.</translation>
    </message>
    <message>
        <source>Not the same passphrase.</source>
        <translation>Ce n’est pas la même phrase de passe.</translation>
    </message>
    <message>
        <source>Opens cases, searches the footage, exports what is kept.</source>
        <translation>Ouvre des affaires, cherche dans les images, exporte ce qui est retenu.</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Phrase de passe</translation>
    </message>
    <message>
        <source>Passphrase again</source>
        <translation>Phrase de passe, encore</translation>
    </message>
    <message>
        <source>Printed on the papers of a case.</source>
        <translation>Imprimé sur les pièces de la procédure.</translation>
    </message>
    <message>
        <source>Reads cases and the journal, orders erasure, completion or rectification.</source>
        <translation>Lit les affaires et le journal, ordonne l’effacement, le complément ou la rectification.</translation>
    </message>
    <message>
        <source>Reads the journal, never the footage.</source>
        <translation>Lit le journal, jamais les images.</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rôle</translation>
    </message>
    <message>
        <source>Short name</source>
        <translation>Nom court</translation>
    </message>
    <message>
        <source>Too short: {shortest} characters at least.</source>
        <translation>Trop courte&#xa0;: {shortest} caractères au moins.</translation>
    </message>
    <message>
        <source>What is typed to sign in, and what the journal names.</source>
        <translation>Celui qui ouvre la session et que nomme le journal.</translation>
    </message>
    <message>
        <source>{shortest} characters at least, {typed} typed. Five words without a link between them, for example. Nobody can find a forgotten passphrase again.</source>
        <translation>{shortest} caractères au moins, {typed} saisis. Par exemple cinq mots sans lien entre eux. Une phrase oubliée ne peut pas être retrouvée.</translation>
    </message>
</context>
<context>
    <name>PhraseLine</name>
    <message>
        <source>In words, for example: person crosses line(…)</source>
        <translation>En toutes lettres, par exemple&#xa0;: personne franchit ligne(…)</translation>
    </message>
    <message>
        <source>The question in words</source>
        <translation>La question en toutes lettres</translation>
    </message>
</context>
<context>
    <name>PlacePage</name>
    <message>
        <source>A case lies there already: choose a new or empty folder.</source>
        <translation>Une affaire s’y trouve déjà&#xa0;: choisissez un dossier neuf ou vide.</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Choisir…</translation>
    </message>
    <message>
        <source>Folder of the case</source>
        <translation>Dossier de l’affaire</translation>
    </message>
    <message>
        <source>It will be made. {free} left on this disk.</source>
        <translation>Il sera créé. {free} libres sur ce disque.</translation>
    </message>
    <message>
        <source>Motive</source>
        <translation>Motif</translation>
    </message>
    <message>
        <source>Nothing can be written there: choose another place.</source>
        <translation>Rien ne peut y être écrit&#xa0;: choisissez un autre emplacement.</translation>
    </message>
    <message>
        <source>Only {free} left on this disk: indexing may not end.</source>
        <translation>Seulement {free} libres sur ce disque&#xa0;: l’indexation pourrait ne pas aboutir.</translation>
    </message>
    <message>
        <source>People of the case</source>
        <translation>Personnes de l’affaire</translation>
    </message>
    <message>
        <source>This folder is not empty: choose a new or empty one.</source>
        <translation>Ce dossier n’est pas vide&#xa0;: choisissez-en un neuf ou vide.</translation>
    </message>
    <message>
        <source>You alone: nobody else enrolled here may hold the key of a case.</source>
        <translation>Vous seul(e)&#xa0;: personne d’autre ici ne peut détenir la clé d’une affaire.</translation>
    </message>
    <message>
        <source>You are one of them. Whoever is ticked will hold the key of the case.</source>
        <translation>Vous en faites partie. Chaque personne cochée détiendra la clé de l’affaire.</translation>
    </message>
    <message>
        <source>{free} left on this disk.</source>
        <translation>{free} libres sur ce disque.</translation>
    </message>
</context>
<context>
    <name>PlaceSection</name>
    <message>
        <source>Arrow</source>
        <translation>Flèche</translation>
    </message>
    <message>
        <source>Change the arrow</source>
        <translation>Modifier la flèche</translation>
    </message>
    <message>
        <source>Change the line</source>
        <translation>Modifier la ligne</translation>
    </message>
    <message>
        <source>Change the path</source>
        <translation>Modifier le chemin</translation>
    </message>
    <message>
        <source>Change the zone</source>
        <translation>Modifier la zone</translation>
    </message>
    <message>
        <source>Draw the allowed way</source>
        <translation>Tracer le sens permis</translation>
    </message>
    <message>
        <source>Draw the line</source>
        <translation>Tracer la ligne</translation>
    </message>
    <message>
        <source>Draw the path</source>
        <translation>Tracer le chemin</translation>
    </message>
    <message>
        <source>Draw the zone</source>
        <translation>Tracer la zone</translation>
    </message>
    <message>
        <source>Erase the drawing</source>
        <translation>Effacer le tracé</translation>
    </message>
    <message>
        <source>Learn it from the film…</source>
        <translation>L’apprendre du film…</translation>
    </message>
    <message>
        <source>Learnt way</source>
        <translation>Sens appris</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Ligne</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Chemin</translation>
    </message>
    <message>
        <source>See the learnt way</source>
        <translation>Voir le sens appris</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Où</translation>
    </message>
    <message>
        <source>Whole picture</source>
        <translation>Image entière</translation>
    </message>
    <message>
        <source>Zone</source>
        <translation>Zone</translation>
    </message>
</context>
<context>
    <name>PlayerView</name>
    <message>
        <source>Approximate picture</source>
        <translation>Image approchée</translation>
    </message>
    <message>
        <source>EXAMINATION — on screen only</source>
        <translation>EXAMEN — affichage seul</translation>
    </message>
    <message>
        <source>Examine: lift the mask, on screen only…</source>
        <translation>Examiner&#xa0;: lever le masque, à l’écran seulement…</translation>
    </message>
    <message>
        <source>Go to where the track begins</source>
        <translation>Aller au début de la piste</translation>
    </message>
    <message>
        <source>Go to where the track ends</source>
        <translation>Aller à la fin de la piste</translation>
    </message>
    <message>
        <source>Index the footage…</source>
        <translation>Indexer les images…</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Image</translation>
    </message>
</context>
<context>
    <name>ProcedurePage</name>
    <message>
        <source>Authorisation</source>
        <translation>Autorisation</translation>
    </message>
    <message>
        <source>Deemed given</source>
        <translation>Réputée donnée</translation>
    </message>
    <message>
        <source>Deemed given in flagrance.</source>
        <translation>Réputée donnée en flagrance.</translation>
    </message>
    <message>
        <source>Disappearance (CPP art. 74-1)</source>
        <translation>Disparition (CPP art. 74-1)</translation>
    </message>
    <message>
        <source>Framework of the inquiry</source>
        <translation>Cadre d’enquête</translation>
    </message>
    <message>
        <source>Given by the magistrate for this procedure.</source>
        <translation>Référence de celle que le magistrat a donnée pour cette procédure.</translation>
    </message>
    <message>
        <source>Impact assessment (AIPD)</source>
        <translation>Analyse d’impact (AIPD)</translation>
    </message>
    <message>
        <source>In flagrance (CPP art. 53)</source>
        <translation>Flagrance (CPP art. 53)</translation>
    </message>
    <message>
        <source>Its reference and the digest of its document go into the journal.</source>
        <translation>Sa référence et l’empreinte de son document vont au journal.</translation>
    </message>
    <message>
        <source>Magistrate</source>
        <translation>Magistrat</translation>
    </message>
    <message>
        <source>NATINF or wording; name articles 706-73 to 706-74 where they apply.</source>
        <translation>NATINF ou libellé&#x202f;; citez les articles 706-73 à 706-74 s’ils s’appliquent.</translation>
    </message>
    <message>
        <source>Not needed in this framework.</source>
        <translation>Facultative dans ce cadre.</translation>
    </message>
    <message>
        <source>Offence</source>
        <translation>Infraction</translation>
    </message>
    <message>
        <source>Preliminary inquiry (CPP art. 75)</source>
        <translation>Enquête préliminaire (CPP art. 75)</translation>
    </message>
    <message>
        <source>Procedure number</source>
        <translation>N° de procédure</translation>
    </message>
    <message>
        <source>Reference of the judicial requisition.</source>
        <translation>Référence de la réquisition judiciaire.</translation>
    </message>
    <message>
        <source>Requisition</source>
        <translation>Réquisition</translation>
    </message>
    <message>
        <source>Rogatory commission (CPP art. 151)</source>
        <translation>Commission rogatoire (CPP art. 151)</translation>
    </message>
    <message>
        <source>Search for the cause of a death (CPP art. 74)</source>
        <translation>Recherche des causes de la mort (CPP art. 74)</translation>
    </message>
    <message>
        <source>The investigating judge who gave the commission.</source>
        <translation>Le juge d’instruction qui a délivré la commission rogatoire.</translation>
    </message>
    <message>
        <source>The public prosecutor who directs the inquiry.</source>
        <translation>Le procureur de la République qui dirige l’enquête.</translation>
    </message>
    <message>
        <source>Told when this installation was founded.</source>
        <translation>Dite à la fondation de ce poste.</translation>
    </message>
</context>
<context>
    <name>QueryView</name>
    <message>
        <source>Admit files to the case first; they can then be asked about.</source>
        <translation>Admettez d’abord des fichiers dans l’affaire&#xa0;: ils pourront ensuite être interrogés.</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>Peu importe</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Filtres</translation>
    </message>
    <message>
        <source>Filters ({count})</source>
        <translation>Filtres ({count})</translation>
    </message>
    <message>
        <source>No footage in this case</source>
        <translation>Aucune image dans cette affaire</translation>
    </message>
    <message>
        <source>no footage</source>
        <translation>aucune image</translation>
    </message>
    <message>
        <source>not indexed</source>
        <translation>non indexée</translation>
    </message>
</context>
<context>
    <name>QuestionPage</name>
    <message>
        <source>A place belongs to one picture: one camera is asked about.</source>
        <translation>Un tracé ne vaut que pour l’image d’une caméra&#xa0;: la question porte sur elle seule.</translation>
    </message>
    <message>
        <source>Asking for a car also gives what is named only vehicle.</source>
        <translation>Demander une voiture donne aussi ce qui n’est nommé que véhicule.</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Caméra</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Événement</translation>
    </message>
    <message>
        <source>In words</source>
        <translation>En toutes lettres</translation>
    </message>
    <message>
        <source>Index the footage</source>
        <translation>Indexer les images</translation>
    </message>
    <message>
        <source>None chosen: everything that moves.</source>
        <translation>Aucun choix&#xa0;: tout ce qui bouge.</translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>Recommencer</translation>
    </message>
    <message>
        <source>This part is written in words: change it there, or remove it.</source>
        <translation>Cette partie est écrite en toutes lettres&#xa0;: changez-la là, ou retirez-la.</translation>
    </message>
    <message>
        <source>Unnamed: what moves and the detector does not name.</source>
        <translation>Sans nom&#xa0;: ce qui bouge et que le détecteur ne nomme pas.</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Quoi</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>Which way</source>
        <translation>Dans quel sens</translation>
    </message>
</context>
<context>
    <name>RangeRow</name>
    <message>
        <source>any</source>
        <translation>indifférent</translation>
    </message>
    <message>
        <source>{name}, at least</source>
        <translation>{name}, au moins</translation>
    </message>
    <message>
        <source>{name}, at most</source>
        <translation>{name}, au plus</translation>
    </message>
    <message>
        <source>{name}: any</source>
        <translation>{name}&#xa0;: indifférent</translation>
    </message>
</context>
<context>
    <name>ReadOut</name>
    <message>
        <source>Corrected time</source>
        <translation>Heure corrigée</translation>
    </message>
    <message>
        <source>Picture in reel</source>
        <translation>Image (séquence)</translation>
    </message>
    <message>
        <source>Shown by the recorder</source>
        <translation>Heure affichée par l’enregistreur</translation>
    </message>
</context>
<context>
    <name>ReadingWords</name>
    <message>
        <source>heads masked: {count}</source>
        <translation>têtes masquées&#xa0;: {count}</translation>
    </message>
    <message>
        <source>not declared (+{time})</source>
        <translation>non déclarée (+{time})</translation>
    </message>
    <message>
        <source>opening…</source>
        <translation>ouverture…</translation>
    </message>
    <message>
        <source>variable rate</source>
        <translation>cadence variable</translation>
    </message>
</context>
<context>
    <name>RecordPane</name>
    <message>
        <source>A remark, recorded in clear</source>
        <translation>Une remarque, inscrite en clair</translation>
    </message>
    <message>
        <source>Ask for a replay</source>
        <translation>Demander un rejeu</translation>
    </message>
    <message>
        <source>Choose a record to read it whole.</source>
        <translation>Choisissez un enregistrement pour le lire en entier.</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Inscrire</translation>
    </message>
    <message>
        <source>Remark on this record</source>
        <translation>Remarque sur cet enregistrement</translation>
    </message>
    <message>
        <source>Remarks on this record</source>
        <translation>Remarques sur cet enregistrement</translation>
    </message>
    <message>
        <source>Replay: {state}</source>
        <translation>Rejeu&#xa0;: {state}</translation>
    </message>
    <message>
        <source>Replay: {state}. The first time: {first}. At the replay: {now}.</source>
        <translation>Rejeu&#xa0;: {state}. La première fois&#xa0;: {first}. Au rejeu&#xa0;: {now}.</translation>
    </message>
    <message>
        <source>The record chosen, whole</source>
        <translation>L’enregistrement choisi, en entier</translation>
    </message>
    <message>
        <source>{who}, {when}: {text}</source>
        <translation>{who}, {when}&#xa0;: {text}</translation>
    </message>
</context>
<context>
    <name>Records</name>
    <message>
        <source>About</source>
        <translation>Références</translation>
    </message>
    <message>
        <source>Act</source>
        <translation>Acte</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Affaire</translation>
    </message>
    <message>
        <source>Motive</source>
        <translation>Motif</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>N°</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Personne</translation>
    </message>
    <message>
        <source>Remark: {text}</source>
        <translation>Remarque&#xa0;: {text}</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Heure</translation>
    </message>
</context>
<context>
    <name>RenewalDialog</name>
    <message>
        <source>Renew</source>
        <translation>Renouveler</translation>
    </message>
    <message>
        <source>Renew a habilitation</source>
        <translation>Renouveler une habilitation</translation>
    </message>
    <message>
        <source>{name}: the habilitation {reference} is replaced. Role, passphrase and cases do not change; the journal records both references.</source>
        <translation>{name}&#xa0;: l’habilitation {reference} est remplacée. Rôle, phrase de passe et affaires ne changent pas&#x202f;; le journal garde les deux références.</translation>
    </message>
</context>
<context>
    <name>ReplaysView</name>
    <message>
        <source>Ask it again</source>
        <translation>Rejouer</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>It is recorded as a question of yours, for control. You and the DPO see counts; no result is shown.</source>
        <translation>Elle est inscrite comme une question de votre part, au titre du contrôle. Le DPO et vous voyez des comptes&#x202f;; aucun résultat n’est montré.</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Plus tard</translation>
    </message>
    <message>
        <source>Question no. {record} asked again: {state}.</source>
        <translation>Question n°&#xa0;{record} reposée&#xa0;: {state}.</translation>
    </message>
    <message>
        <source>The DPO asks that question no. {record} be asked again ({when}).</source>
        <translation>Le DPO demande que la question n°&#xa0;{record} soit reposée ({when}).</translation>
    </message>
    <message>
        <source>The first time: {first}. Now: {now}. The DPO sees the same.</source>
        <translation>La première fois&#xa0;: {first}. Maintenant&#xa0;: {now}. Le DPO voit la même chose.</translation>
    </message>
    <message>
        <source>{count} requests wait.</source>
        <translation>{count} demandes attendent.</translation>
    </message>
</context>
<context>
    <name>ReportWritten</name>
    <message>
        <source>Close this message</source>
        <translation>Fermer ce message</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>SHA-256 of {file}</source>
        <translation>SHA-256 de {file}</translation>
    </message>
    <message>
        <source>The report is saved, and the journal says so</source>
        <translation>Le rapport est enregistré, et inscrit au journal</translation>
    </message>
</context>
<context>
    <name>RequestWords</name>
    <message>
        <source>Basis expires</source>
        <translation>Échéance du cadre</translation>
    </message>
    <message>
        <source>Cameras added</source>
        <translation>Caméras ajoutées</translation>
    </message>
    <message>
        <source>Dated</source>
        <translation>Datée du</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Décision</translation>
    </message>
    <message>
        <source>Erase by</source>
        <translation>À effacer avant le</translation>
    </message>
    <message>
        <source>Ground</source>
        <translation>Motif légal</translation>
    </message>
    <message>
        <source>Its final root</source>
        <translation>Sa racine finale</translation>
    </message>
    <message>
        <source>Its last record</source>
        <translation>Son dernier enregistrement</translation>
    </message>
    <message>
        <source>Its records</source>
        <translation>Ses enregistrements</translation>
    </message>
    <message>
        <source>Key destroyed</source>
        <translation>Clé détruite</translation>
    </message>
    <message>
        <source>New role</source>
        <translation>Nouveau rôle</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Ordre</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Personne</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Référence</translation>
    </message>
    <message>
        <source>Volume of the journal</source>
        <translation>Volume du journal</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Période</translation>
    </message>
    <message>
        <source>a magistrate ordered it</source>
        <translation>un magistrat l’a ordonné</translation>
    </message>
    <message>
        <source>lapsed</source>
        <translation>expirée</translation>
    </message>
    <message>
        <source>the date of erasure has come</source>
        <translation>la date d’effacement est atteinte</translation>
    </message>
    <message>
        <source>the inquiry is closed</source>
        <translation>l’enquête est close</translation>
    </message>
</context>
<context>
    <name>RequestsPane</name>
    <message>
        <source>Case</source>
        <translation>Affaire</translation>
    </message>
    <message>
        <source>Choose a question in the journal and ask for a replay: somebody who holds the key of the case runs it, and you both see counts, never pictures.</source>
        <translation>Choisissez une question dans le journal et demandez un rejeu&#xa0;: une personne qui détient la clé de l’affaire l’exécute, et vous voyez tous deux des comptes, jamais d’images.</translation>
    </message>
    <message>
        <source>It could not be run ({code}), and stays open.</source>
        <translation>Elle n’a pas pu être exécutée ({code}) et reste ouverte.</translation>
    </message>
    <message>
        <source>It waits until somebody who holds the key of the case enters it.</source>
        <translation>Elle attend qu’une personne qui détient la clé de l’affaire y entre.</translation>
    </message>
    <message>
        <source>No replay was asked for</source>
        <translation>Aucun rejeu demandé</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Question</translation>
    </message>
    <message>
        <source>Replays asked for</source>
        <translation>Rejeux demandés</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>The first time: {first}.
At the replay: {now}.
Run by {who}.</source>
        <translation>La première fois&#xa0;: {first}.
Au rejeu&#xa0;: {now}.
Exécuté par {who}.</translation>
    </message>
</context>
<context>
    <name>RetentionLine</name>
    <message>
        <source>See which…</source>
        <translation>Voir lesquels…</translation>
    </message>
</context>
<context>
    <name>RetentionView</name>
    <message>
        <source>Ask for its destruction…</source>
        <translation>Demander sa destruction…</translation>
    </message>
    <message>
        <source>Ask for volume {shard} to be destroyed</source>
        <translation>Demander la destruction du volume {shard}</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Affaire</translation>
    </message>
    <message>
        <source>Cases on this machine</source>
        <translation>Affaires de ce poste</translation>
    </message>
    <message>
        <source>Kept until</source>
        <translation>Conservé jusqu’au</translation>
    </message>
    <message>
        <source>Known from the journal and from the keys kept here: no case is opened to tell it. A volume of the journal is kept three years after its last record, and while a case that it names is not erased.</source>
        <translation>Connu par le journal et par les clés gardées ici&#xa0;: aucune affaire n’est ouverte pour le dire. Un volume du journal est conservé trois ans après son dernier enregistrement, et tant qu’une affaire qu’il nomme n’est pas effacée.</translation>
    </message>
    <message>
        <source>No term has passed, nor comes within 30 days.</source>
        <translation>Aucun terme n’est passé, ni à moins de 30 jours.</translation>
    </message>
    <message>
        <source>Nothing is destroyed yet: you sign this request, the other of the two (DPO, administrator) approves it within 24 hours, then either carries it out. Its name, its size and its final root stay in the journal.</source>
        <translation>Rien n’est encore détruit&#xa0;: vous signez cette demande, l’autre des deux (DPO, administrateur) l’approuve dans les 24 heures, puis l’un ou l’autre l’exécute. Son nom, sa taille et sa racine finale restent dans le journal.</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>To be erased by</source>
        <translation>À effacer le</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Volume</translation>
    </message>
    <message>
        <source>Volumes of the journal</source>
        <translation>Volumes du journal</translation>
    </message>
    <message>
        <source>What is to be erased, and when</source>
        <translation>Ce qui est à effacer, et quand</translation>
    </message>
</context>
<context>
    <name>ReviewLine</name>
    <message>
        <source>Review</source>
        <translation>Examen des résultats</translation>
    </message>
    <message>
        <source>Reviewed: {decided} of {total} (retained {matched}, rejected {rejected}, doubtful {doubtful})</source>
        <translation>Examinés&#xa0;: {decided} sur {total} (retenus {matched}, rejetés {rejected}, douteux {doubtful})</translation>
    </message>
</context>
<context>
    <name>RoleDialog</name>
    <message>
        <source>Ask for another role</source>
        <translation>Demander un autre rôle</translation>
    </message>
    <message>
        <source>Ask for it</source>
        <translation>Demander</translation>
    </message>
    <message>
        <source>New role</source>
        <translation>Nouveau rôle</translation>
    </message>
    <message>
        <source>{name} is {role}. Nothing changes yet: you sign this request, somebody of another role approves it within 24 hours, then an administrator carries it out. Whoever becomes DPO or administrator loses the keys of the cases they were in.</source>
        <translation>{name} est {role}. Rien ne change encore&#xa0;: vous signez cette demande, une personne d’un autre rôle l’approuve dans les 24 heures, puis un administrateur l’exécute. Qui devient DPO ou administrateur perd les clés des affaires dont il était.</translation>
    </message>
</context>
<context>
    <name>Ruler</name>
    <message>
        <source>summer time (+1 h)</source>
        <translation>heure d’été (+1&#xa0;h)</translation>
    </message>
    <message>
        <source>winter time (−1 h)</source>
        <translation>heure d’hiver (−1&#xa0;h)</translation>
    </message>
</context>
<context>
    <name>SampleOffer</name>
    <message>
        <source>A rendered archive of two cameras, already looked at. It lives in a place of its own and touches nothing of this installation.</source>
        <translation>Une archive fabriquée de deux caméras, déjà indexée. Elle vit dans un dossier à part et ne touche à rien de ce poste.</translation>
    </message>
    <message>
        <source>Looking at the pictures: {share} %</source>
        <translation>Indexation&#xa0;: {share}&#x202f;%</translation>
    </message>
    <message>
        <source>Making the sample case</source>
        <translation>Préparation de l’affaire de démonstration</translation>
    </message>
    <message>
        <source>Rendering two cameras…</source>
        <translation>Fabrication de deux caméras…</translation>
    </message>
    <message>
        <source>Sample case</source>
        <translation>Affaire de démonstration</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Try the sample case</source>
        <translation>Essayer la démonstration</translation>
    </message>
</context>
<context>
    <name>SavedMenu</name>
    <message>
        <source>Drop</source>
        <translation>Ne plus garder</translation>
    </message>
    <message>
        <source>Keep this question</source>
        <translation>Garder cette question</translation>
    </message>
    <message>
        <source>Keep this question…</source>
        <translation>Garder cette question…</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Gardées</translation>
    </message>
    <message>
        <source>Kept questions</source>
        <translation>Questions gardées</translation>
    </message>
    <message>
        <source>Name (it is sealed in the journal)</source>
        <translation>Nom (il est scellé dans le journal)</translation>
    </message>
    <message>
        <source>No question kept in this case</source>
        <translation>Aucune question gardée dans cette affaire</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Renommer</translation>
    </message>
</context>
<context>
    <name>ScopePage</name>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
    <message>
        <source>At the end of the inquiry, three years after the opening at the latest. Proposed: the expiry of the basis.</source>
        <translation>À la clôture de l’enquête, au plus tard trois ans après l’ouverture. Proposé&#xa0;: l’échéance du cadre.</translation>
    </message>
    <message>
        <source>Basis expires</source>
        <translation>Échéance du cadre</translation>
    </message>
    <message>
        <source>Cameras</source>
        <translation>Caméras</translation>
    </message>
    <message>
        <source>Corrected time, Paris. What lies outside is never shown nor searched.</source>
        <translation>Heure corrigée, heure de Paris. Hors de cette période, rien n’est montré ni cherché.</translation>
    </message>
    <message>
        <source>Erase by</source>
        <translation>Effacement au plus tard</translation>
    </message>
    <message>
        <source>Footage from</source>
        <translation>Images du</translation>
    </message>
    <message>
        <source>Footage to</source>
        <translation>Images au</translation>
    </message>
    <message>
        <source>Modules</source>
        <translation>Modules</translation>
    </message>
    <message>
        <source>Proposed: in 90 days. From then on the footage can no longer be looked at.</source>
        <translation>Proposée à 90 jours. Passé cette date, les images ne peuvent plus être regardées.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Those that the requisition names, one by one, or pasted as lines.</source>
        <translation>Celles que nomme la réquisition, une à une, ou collées ligne par ligne.</translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message>
        <source>Clear the selection</source>
        <translation>Effacer la sélection</translation>
    </message>
    <message>
        <source>Clip from {start} to {end} ({length})</source>
        <translation>Extrait de {start} à {end} ({length})</translation>
    </message>
    <message>
        <source>Clip from {start}: mark its end</source>
        <translation>Extrait à partir de {start}&#xa0;: marquez la sortie</translation>
    </message>
    <message>
        <source>Clip up to {end}: mark its beginning</source>
        <translation>Extrait jusqu’à {end}&#xa0;: marquez l’entrée</translation>
    </message>
    <message>
        <source>Export the clip…</source>
        <translation>Exporter l’extrait…</translation>
    </message>
</context>
<context>
    <name>SettingRow</name>
    <message>
        <source>Back to {value}</source>
        <translation>Revenir à {value}</translation>
    </message>
</context>
<context>
    <name>SettingsSection</name>
    <message>
        <source>Reset all the settings</source>
        <translation>Rétablir tous les réglages</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>Settings (changed: {count})</source>
        <translation>Réglages (modifiés&#xa0;: {count})</translation>
    </message>
</context>
<context>
    <name>SignInView</name>
    <message>
        <source>Caps Lock is on.</source>
        <translation>Le verrouillage des majuscules est actif.</translation>
    </message>
    <message>
        <source>Enrol somebody…</source>
        <translation>Inscrire quelqu’un…</translation>
    </message>
    <message>
        <source>Needed.</source>
        <translation>À remplir.</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Phrase de passe</translation>
    </message>
    <message>
        <source>Short name</source>
        <translation>Nom court</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Ouvrir une session</translation>
    </message>
    <message>
        <source>Too many wrong passphrases for this name: each one from now on doubles the wait. Starting the program again changes nothing.</source>
        <translation>Trop de phrases de passe erronées pour ce nom&#xa0;: chacune double désormais l’attente. Relancer le programme n’y change rien.</translation>
    </message>
    <message>
        <source>Wait {left}</source>
        <translation>Attendre {left}</translation>
    </message>
</context>
<context>
    <name>SigningDialog</name>
    <message>
        <source>Approve and sign</source>
        <translation>Approuver et signer</translation>
    </message>
    <message>
        <source>Needed.</source>
        <translation>À remplir.</translation>
    </message>
    <message>
        <source>You sign exactly what stands here, with your own key. It goes into the journal; nothing is carried out by it yet.</source>
        <translation>Vous signez exactement ce qui figure ici, avec votre propre clé. Cela va au journal&#x202f;; rien n’en est encore exécuté.</translation>
    </message>
    <message>
        <source>Your passphrase</source>
        <translation>Votre phrase de passe</translation>
    </message>
</context>
<context>
    <name>SketchView</name>
    <message>
        <source>A path has at least two points.</source>
        <translation>Un chemin a au moins deux points.</translation>
    </message>
    <message>
        <source>A zone has at least three corners, a line has two ends.</source>
        <translation>Une zone a au moins trois sommets, une ligne a deux extrémités.</translation>
    </message>
    <message>
        <source>Camera {camera}</source>
        <translation>Caméra {camera}</translation>
    </message>
    <message>
        <source>Choose one in the question.</source>
        <translation>Choisissez-en une dans la question.</translation>
    </message>
    <message>
        <source>Click each corner, then the first one again, or Enter. Backspace: one less.</source>
        <translation>Cliquez chaque sommet, puis de nouveau le premier, ou Entrée. Retour arrière&#xa0;: en retirer un.</translation>
    </message>
    <message>
        <source>Click the corners of the zone. Keys: arrows, Space, Enter, Esc.</source>
        <translation>Cliquez les sommets de la zone. Clavier&#xa0;: flèches, Espace, Entrée, Échap.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminer</translation>
    </message>
    <message>
        <source>Drag a corner or the zone; double-click an edge to add one. Delete: one less.</source>
        <translation>Déplacez un sommet ou la zone&#x202f;; double-cliquez sur un côté pour ajouter un sommet. Suppr&#xa0;: en retirer un.</translation>
    </message>
    <message>
        <source>Drag a point or the path; double-click to add a point. Delete: one less.</source>
        <translation>Glissez un point ou le chemin&#x202f;; double-cliquez pour ajouter un point. Suppr&#xa0;: un de moins.</translation>
    </message>
    <message>
        <source>Drag an end or the line. Keys: Page Up and Down, arrows.</source>
        <translation>Déplacez une extrémité ou la ligne. Clavier&#xa0;: Page préc. et suiv., flèches.</translation>
    </message>
    <message>
        <source>Draw an arrow the way that is allowed. Keys: arrows, Space, Esc.</source>
        <translation>Tracez une flèche dans le sens permis. Touches&#xa0;: flèches, Espace, Échap.</translation>
    </message>
    <message>
        <source>Draw the path in one stroke, or click its points and press Enter. Keys: arrows, Space, Enter, Esc.</source>
        <translation>Tracez le chemin d’un trait, ou cliquez ses points puis Entrée. Touches&#xa0;: flèches, Espace, Entrée, Échap.</translation>
    </message>
    <message>
        <source>Erase the drawing</source>
        <translation>Effacer le tracé</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Ligne</translation>
    </message>
    <message>
        <source>No camera chosen</source>
        <translation>Aucune caméra choisie</translation>
    </message>
    <message>
        <source>No footage was admitted for this camera.</source>
        <translation>Aucune image n’a été admise pour cette caméra.</translation>
    </message>
    <message>
        <source>No picture</source>
        <translation>Pas d’image</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Chemin</translation>
    </message>
    <message>
        <source>Picture to draw on</source>
        <translation>Image sur laquelle tracer</translation>
    </message>
    <message>
        <source>Preparing the picture…</source>
        <translation>Préparation de l’image…</translation>
    </message>
    <message>
        <source>Press and drag, or click both ends. Keys: arrows, Space, Esc.</source>
        <translation>Tirez un trait, ou cliquez les deux extrémités. Clavier&#xa0;: flèches, Espace, Échap.</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rétablir</translation>
    </message>
    <message>
        <source>Reverse the direction of the line</source>
        <translation>Inverser le sens de la ligne</translation>
    </message>
    <message>
        <source>The line is too short.</source>
        <translation>La ligne est trop courte.</translation>
    </message>
    <message>
        <source>The path is too short.</source>
        <translation>Le chemin est trop court.</translation>
    </message>
    <message>
        <source>The zone crosses itself.</source>
        <translation>La zone se croise elle-même.</translation>
    </message>
    <message>
        <source>The zone is too small.</source>
        <translation>La zone est trop petite.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>What moves is taken out of the picture. This look is recorded.</source>
        <translation>Ce qui bouge est retiré de l’image. Cette consultation est inscrite au journal.</translation>
    </message>
    <message>
        <source>Whole picture</source>
        <translation>Image entière</translation>
    </message>
    <message>
        <source>Zone</source>
        <translation>Zone</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Zoom avant</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Zoom arrière</translation>
    </message>
    <message>
        <source>left</source>
        <translation>gauche</translation>
    </message>
    <message>
        <source>right</source>
        <translation>droite</translation>
    </message>
    <message>
        <source>{tool}: the event chosen wants another shape</source>
        <translation>{tool}&#xa0;: l’événement choisi demande un autre tracé</translation>
    </message>
</context>
<context>
    <name>StatusView</name>
    <message>
        <source>Every act is recorded in the journal.</source>
        <translation>Chaque acte est consigné au journal.</translation>
    </message>
    <message>
        <source>Locks in {seconds} s: move the mouse to stay</source>
        <translation>Verrouillage dans {seconds} s&#xa0;: bougez la souris pour rester</translation>
    </message>
    <message>
        <source>Motive of ordinary acts</source>
        <translation>Motif des actes ordinaires</translation>
    </message>
    <message>
        <source>Sample case: nothing here is real</source>
        <translation>Affaire de démonstration&#xa0;: rien n’est réel ici</translation>
    </message>
    <message>
        <source>{name} – {role}</source>
        <translation>{name} – {role}</translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message>
        <source>{step}: done</source>
        <translation>{step}&#xa0;: rempli</translation>
    </message>
    <message>
        <source>{step}: to be completed</source>
        <translation>{step}&#xa0;: à compléter</translation>
    </message>
</context>
<context>
    <name>Stopping</name>
    <message>
        <source>Go on</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Something is still running</source>
        <translation>Un travail est encore en cours</translation>
    </message>
    <message>
        <source>Stop and leave</source>
        <translation>Arrêter et quitter</translation>
    </message>
    <message>
        <source>What is finished is kept; the rest can be done later, from where it stopped.</source>
        <translation>Ce qui est fini est gardé&#x202f;; le reste pourra être repris là où il s’est arrêté.</translation>
    </message>
</context>
<context>
    <name>SubjectFacts</name>
    <message>
        <source>Detector</source>
        <translation>Détecteur</translation>
    </message>
    <message>
        <source>Digest of the settings</source>
        <translation>Empreinte des réglages</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Dossier mesuré</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Niveau</translation>
    </message>
    <message>
        <source>Measured on</source>
        <translation>Mesuré le</translation>
    </message>
    <message>
        <source>Motion alone: nothing has a name.</source>
        <translation>Mouvement seul&#xa0;: rien n’a de nom.</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programme</translation>
    </message>
    <message>
        <source>SHA-256 of the detector</source>
        <translation>SHA-256 du détecteur</translation>
    </message>
    <message>
        <source>Thresholds</source>
        <translation>Seuils de score</translation>
    </message>
    <message>
        <source>Tracker</source>
        <translation>Suivi</translation>
    </message>
</context>
<context>
    <name>TermWords</name>
    <message>
        <source>To be erased: {told}</source>
        <translation>À effacer&#xa0;: {told}</translation>
    </message>
    <message>
        <source>ahead</source>
        <translation>à venir</translation>
    </message>
    <message>
        <source>cases whose term has passed: {count}</source>
        <translation>affaires dont le terme est passé&#xa0;: {count}</translation>
    </message>
    <message>
        <source>cases within 30 days: {count}</source>
        <translation>affaires sous 30 jours&#xa0;: {count}</translation>
    </message>
    <message>
        <source>closed: to be erased</source>
        <translation>clôturée&#xa0;: à effacer</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>en usage</translation>
    </message>
    <message>
        <source>kept while cases that it names are not erased: {count}</source>
        <translation>conservé tant que des affaires qu’il nomme ne sont pas effacées&#xa0;: {count}</translation>
    </message>
    <message>
        <source>kept while these cases are not erased: {cases}</source>
        <translation>conservé tant que ces affaires ne sont pas effacées&#xa0;: {cases}</translation>
    </message>
    <message>
        <source>may be destroyed</source>
        <translation>peut être détruit</translation>
    </message>
    <message>
        <source>no date in the journal: see its papers</source>
        <translation>pas de date au journal&#xa0;: voir ses pièces</translation>
    </message>
    <message>
        <source>passed: to be erased</source>
        <translation>passé&#xa0;: à effacer</translation>
    </message>
    <message>
        <source>volumes of the journal within 30 days: {count}</source>
        <translation>volumes du journal sous 30 jours&#xa0;: {count}</translation>
    </message>
    <message>
        <source>volumes of the journal: {count}</source>
        <translation>volumes du journal&#xa0;: {count}</translation>
    </message>
    <message>
        <source>within 30 days</source>
        <translation>sous 30 jours</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Files: {count}</source>
        <translation>Fichiers&#xa0;: {count}</translation>
    </message>
    <message>
        <source>In the answer: {fate}</source>
        <translation>Dans la réponse&#xa0;: {fate}</translation>
    </message>
    <message>
        <source>Nobody stated the clock of these files: they have no place in time.</source>
        <translation>Personne n’a déclaré l’heure de ces fichiers&#xa0;: ils n’ont pas de place dans le temps.</translation>
    </message>
    <message>
        <source>Results: {count}</source>
        <translation>Résultats&#xa0;: {count}</translation>
    </message>
    <message>
        <source>looked at, level {level}</source>
        <translation>regardé, niveau {level}</translation>
    </message>
    <message>
        <source>no footage with a time</source>
        <translation>aucun enregistrement daté</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>écarté</translation>
    </message>
    <message>
        <source>retained</source>
        <translation>retenu</translation>
    </message>
    <message>
        <source>to verify</source>
        <translation>à vérifier</translation>
    </message>
    <message>
        <source>{count} results</source>
        <translation>{count} résultats</translation>
    </message>
</context>
<context>
    <name>TimelineView</name>
    <message>
        <source>Lane {number} of {count}</source>
        <translation>Ligne {number} sur {count}</translation>
    </message>
    <message>
        <source>Legend</source>
        <translation>Légende</translation>
    </message>
    <message>
        <source>Low lanes</source>
        <translation>Lignes basses</translation>
    </message>
    <message>
        <source>No footage has a time yet. State the clock of the files to place them here.</source>
        <translation>Aucun enregistrement n’a encore d’heure. Déclarez l’heure des fichiers pour les placer ici.</translation>
    </message>
    <message>
        <source>No footage yet. Admitted files appear here, one lane per camera.</source>
        <translation>Aucun enregistrement pour l’instant. Les fichiers admis apparaissent ici, une ligne par caméra.</translation>
    </message>
    <message>
        <source>Paris time</source>
        <translation>Heure de Paris</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>Tout afficher</translation>
    </message>
    <message>
        <source>Show less time</source>
        <translation>Afficher moins de temps</translation>
    </message>
    <message>
        <source>Show more time</source>
        <translation>Afficher plus de temps</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Chronologie</translation>
    </message>
    <message>
        <source>Without time: {count}</source>
        <translation>Sans heure&#xa0;: {count}</translation>
    </message>
</context>
<context>
    <name>TracksPane</name>
    <message>
        <source>Boxes found</source>
        <translation>Cadres trouvés</translation>
    </message>
    <message>
        <source>DetA {deta}, AssA {assa}, LocA {loca}; fragments: {fragments}</source>
        <translation>DetA {deta}, AssA {assa}, LocA {loca}&#x202f;; coupures&#xa0;: {fragments}</translation>
    </message>
    <message>
        <source>Detections</source>
        <translation>Détections</translation>
    </message>
    <message>
        <source>HOTA</source>
        <translation>HOTA</translation>
    </message>
    <message>
        <source>HOTA over the overlaps 0.05 to 0.95; IDF1, MOTA, switches and boxes at an overlap of one half. With published detections, the tracker alone is measured.</source>
        <translation>HOTA&#xa0;: recouvrements de 0,05 à 0,95&#x202f;; IDF1, MOTA, changements de piste et cadres&#xa0;: recouvrement de la moitié. Avec des détections publiées, le suivi seul est mesuré.</translation>
    </message>
    <message>
        <source>IDF1</source>
        <translation>IDF1</translation>
    </message>
    <message>
        <source>Identities</source>
        <translation>Identités</translation>
    </message>
    <message>
        <source>Identity switches</source>
        <translation>Changements de piste</translation>
    </message>
    <message>
        <source>In detail</source>
        <translation>En détail</translation>
    </message>
    <message>
        <source>Invented</source>
        <translation>En trop</translation>
    </message>
    <message>
        <source>MOTA</source>
        <translation>MOTA</translation>
    </message>
    <message>
        <source>No folder here holds labelled tracks (MOTChallenge: seqinfo.ini, gt.txt).</source>
        <translation>Aucun dossier, ici, ne contient de pistes étiquetées (MOTChallenge&#xa0;: seqinfo.ini, gt.txt).</translation>
    </message>
    <message>
        <source>No track was compared</source>
        <translation>Aucune piste n’a été comparée</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Images</translation>
    </message>
    <message>
        <source>Sequence</source>
        <translation>Séquence</translation>
    </message>
    <message>
        <source>Tracks</source>
        <translation>Pistes</translation>
    </message>
    <message>
        <source>True boxes</source>
        <translation>Cadres justes</translation>
    </message>
    <message>
        <source>our own</source>
        <translation>les nôtres</translation>
    </message>
    <message>
        <source>published</source>
        <translation>publiées</translation>
    </message>
    <message>
        <source>{truths} in the truth, {tracks} of ours, over {frames} pictures</source>
        <translation>{truths} dans la vérité, {tracks} pistes ici, sur {frames} images</translation>
    </message>
</context>
<context>
    <name>Transport</name>
    <message>
        <source>Back 1 picture</source>
        <translation>Reculer d’une image</translation>
    </message>
    <message>
        <source>Boxes</source>
        <translation>Cadres</translation>
    </message>
    <message>
        <source>Clip begins here</source>
        <translation>Marque d’entrée de l’extrait</translation>
    </message>
    <message>
        <source>Clip ends here</source>
        <translation>Marque de sortie de l’extrait</translation>
    </message>
    <message>
        <source>Forward 1 picture</source>
        <translation>Avancer d’une image</translation>
    </message>
    <message>
        <source>Go to a time…</source>
        <translation>Aller à une heure…</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Étiquettes</translation>
    </message>
    <message>
        <source>Next result</source>
        <translation>Résultat suivant</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Lecture</translation>
    </message>
    <message>
        <source>Previous result</source>
        <translation>Résultat précédent</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Vitesse de lecture</translation>
    </message>
    <message>
        <source>Trails</source>
        <translation>Trajectoires</translation>
    </message>
    <message>
        <source>Whole picture</source>
        <translation>Image entière</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Zoom avant</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Zoom arrière</translation>
    </message>
</context>
<context>
    <name>TuningBar</name>
    <message>
        <source>Thresholds</source>
        <translation>Seuils</translation>
    </message>
    <message>
        <source>Thresholds of this answer</source>
        <translation>Seuils de cette réponse</translation>
    </message>
    <message>
        <source>{number}. {kind}: {name}</source>
        <translation>{number}. {kind}&#xa0;: {name}</translation>
    </message>
</context>
<context>
    <name>UsageChart</name>
    <message>
        <source>Acts by day</source>
        <translation>Actes par jour</translation>
    </message>
    <message>
        <source>Acts by week</source>
        <translation>Actes par semaine</translation>
    </message>
    <message>
        <source>exports</source>
        <translation>exports</translation>
    </message>
    <message>
        <source>no act</source>
        <translation>aucun acte</translation>
    </message>
    <message>
        <source>other acts</source>
        <translation>autres actes</translation>
    </message>
    <message>
        <source>pictures looked at, decisions</source>
        <translation>images regardées, décisions</translation>
    </message>
    <message>
        <source>questions</source>
        <translation>questions</translation>
    </message>
    <message>
        <source>refusals</source>
        <translation>refus</translation>
    </message>
    <message>
        <source>{day}: {acts}</source>
        <translation>{day}&#xa0;: {acts}</translation>
    </message>
    <message>
        <source>{what}: {count} in all. Arrow keys go from bar to bar, Enter reads it.</source>
        <translation>{what}&#xa0;: {count} en tout. Les flèches vont de barre en barre, Entrée la lit.</translation>
    </message>
</context>
<context>
    <name>ValidationProgress</name>
    <message>
        <source>First the films are looked at, then the labelled pictures: each stage counts from the beginning. You can leave this page and go on working. The result is shown once its record is in the journal.</source>
        <translation>D’abord les films sont regardés, puis les images étiquetées&#xa0;: chaque étape compte depuis le début. Vous pouvez quitter cette page et continuer à travailler. Le résultat est montré une fois inscrit au journal.</translation>
    </message>
    <message>
        <source>Getting ready. While footage is being indexed, the measurement waits.</source>
        <translation>Préparation. Tant qu’une indexation est en cours, la mesure attend.</translation>
    </message>
    <message>
        <source>Measuring</source>
        <translation>Mesure en cours</translation>
    </message>
    <message>
        <source>Measuring: {percent}, {file}, {times}</source>
        <translation>Mesure&#xa0;: {percent}, {file}, {times}</translation>
    </message>
    <message>
        <source>Stop the measurement</source>
        <translation>Arrêter la mesure</translation>
    </message>
    <message>
        <source>Stopping at the next safe place…</source>
        <translation>Arrêt au prochain point sûr…</translation>
    </message>
    <message>
        <source>{elapsed} · about {left} left</source>
        <translation>{elapsed} · reste environ {left}</translation>
    </message>
    <message>
        <source>{elapsed} · remaining time not known yet</source>
        <translation>{elapsed} · durée restante encore inconnue</translation>
    </message>
    <message>
        <source>{folder}, level {level}</source>
        <translation>{folder}, niveau {level}</translation>
    </message>
</context>
<context>
    <name>ValidationResult</name>
    <message>
        <source>Boxes</source>
        <translation>Cadres</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>Couverture</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Événements</translation>
    </message>
    <message>
        <source>Films: {count}</source>
        <translation>Films&#xa0;: {count}</translation>
    </message>
    <message>
        <source>Mistakes ({count})</source>
        <translation>Erreurs ({count})</translation>
    </message>
    <message>
        <source>Tracks</source>
        <translation>Pistes</translation>
    </message>
    <message>
        <source>What the tool finds is an element to verify, never evidence. These figures hold for these films, this model, this level and these settings alone.</source>
        <translation>Un résultat est un élément à vérifier, jamais une preuve. Ces chiffres ne valent que pour ces films, ce modèle, ce niveau et ces réglages.</translation>
    </message>
    <message>
        <source>boxes found: {found}</source>
        <translation>cadres trouvés&#xa0;: {found}</translation>
    </message>
    <message>
        <source>events found: {found}; false alarms: {alarms} in {minutes}</source>
        <translation>événements retrouvés&#xa0;: {found}&#x202f;; en trop&#xa0;: {alarms} en {minutes}</translation>
    </message>
</context>
<context>
    <name>ValidationStart</name>
    <message>
        <source>Choose a folder.</source>
        <translation>Choisissez un dossier.</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Choisir…</translation>
    </message>
    <message>
        <source>Films with their truth beside them: events (*.truth.toml, *.truth.json), labelled boxes (COCO) or tracks (MOTChallenge). It can be dropped here; nothing is written in it.</source>
        <translation>Des films, et à côté d’eux leur vérité&#xa0;: événements (*.truth.toml, *.truth.json), cadres étiquetés (COCO) ou pistes (MOTChallenge). Vous pouvez le déposer ici&#x202f;; rien n’y est écrit.</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>Folder to measure</source>
        <translation>Dossier à mesurer</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Niveau</translation>
    </message>
    <message>
        <source>Measure a folder</source>
        <translation>Mesurer un dossier</translation>
    </message>
    <message>
        <source>Measure at the level that you use in your cases: figures hold for it alone.</source>
        <translation>Mesurez au niveau que vous employez dans vos affaires&#xa0;: les chiffres ne valent que pour lui.</translation>
    </message>
    <message>
        <source>What will be measured</source>
        <translation>Ce qui sera mesuré</translation>
    </message>
    <message>
        <source>Write the whole path, from the root.</source>
        <translation>Écrivez le chemin entier, depuis la racine.</translation>
    </message>
</context>
<context>
    <name>ValidationView</name>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Drop the folder to measure</source>
        <translation>Déposez le dossier à mesurer</translation>
    </message>
    <message>
        <source>Films whose truth a person wrote down are indexed and asked like any others, in an installation that is thrown away, and every answer is compared with that truth. You see how right this installation is on such footage, and each of its mistakes.</source>
        <translation>Des films dont une personne a noté la vérité sont indexés et interrogés comme les autres, dans une installation jetable, et chaque réponse est comparée à cette vérité. Vous voyez à quel point ce poste a raison sur de telles images, et chacune de ses erreurs.</translation>
    </message>
    <message>
        <source>Folder of the report</source>
        <translation>Dossier du rapport</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Mesurer</translation>
    </message>
    <message>
        <source>Measure another folder…</source>
        <translation>Mesurer un autre dossier…</translation>
    </message>
    <message>
        <source>Nothing is measured before you say so.</source>
        <translation>Rien n’est mesuré avant que vous ne le demandiez.</translation>
    </message>
    <message>
        <source>Save the report…</source>
        <translation>Enregistrer le rapport…</translation>
    </message>
    <message>
        <source>See the last result</source>
        <translation>Voir le dernier résultat</translation>
    </message>
    <message>
        <source>The list of models could not be read.</source>
        <translation>La liste des modèles n’a pas pu être lue.</translation>
    </message>
    <message>
        <source>The measurement was stopped: nothing of it is kept.</source>
        <translation>La mesure a été arrêtée&#xa0;: il n’en reste rien.</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>Validation</translation>
    </message>
</context>
<context>
    <name>WideningDialog</name>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
    <message>
        <source>Ask for a wider basis</source>
        <translation>Demander un cadre plus large</translation>
    </message>
    <message>
        <source>Basis expires</source>
        <translation>Échéance du cadre</translation>
    </message>
    <message>
        <source>Cameras to add</source>
        <translation>Caméras à ajouter</translation>
    </message>
    <message>
        <source>Dated</source>
        <translation>Datée du</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Décision</translation>
    </message>
    <message>
        <source>Erase by</source>
        <translation>À effacer avant le</translation>
    </message>
    <message>
        <source>Footage from</source>
        <translation>Images du</translation>
    </message>
    <message>
        <source>Footage to</source>
        <translation>Images au</translation>
    </message>
    <message>
        <source>Motive</source>
        <translation>Motif</translation>
    </message>
    <message>
        <source>Needed.</source>
        <translation>À remplir.</translation>
    </message>
    <message>
        <source>Reference of the magistrate’s decision that allows it.</source>
        <translation>Référence de la décision du magistrat qui le permet.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>The end must come after the beginning.</source>
        <translation>La fin doit suivre le début.</translation>
    </message>
    <message>
        <source>You sign these terms; somebody of another role approves them within 24 hours, then you put them in force. Both signatures go into the journal.</source>
        <translation>Vous signez ces termes&#x202f;; une personne d’un autre rôle les approuve dans les 24 heures, puis vous les mettez en vigueur. Les deux signatures vont au journal.</translation>
    </message>
</context>
<context>
    <name>WordsPane</name>
    <message>
        <source>Enter takes the words into the panel; nothing is asked yet.</source>
        <translation>Entrée reporte ces mots dans le panneau&#x202f;; rien n’est encore demandé.</translation>
    </message>
    <message>
        <source>Take these words (Enter)</source>
        <translation>Prendre ces mots (Entrée)</translation>
    </message>
</context>
<context>
    <name>Workbench</name>
    <message>
        <source>Footage</source>
        <translation>Images</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Question</translation>
    </message>
</context>
</TS>
